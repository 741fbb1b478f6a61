namespace Line.Messaging;

/// <summary>A LINE emoji in a received text. The place is LINE's word: check it against the text before cutting.</summary>
/// <param name="Index">Where its alternative text begins, counted from 0.</param>
/// <param name="Length">How long its alternative text is.</param>
/// <param name="ProductId">The emoji's set.</param>
/// <param name="EmojiId">The emoji in the set.</param>
public sealed record ReceivedEmoji(int Index, int Length, string ProductId, string EmojiId);

/// <summary>Whom a mention means.</summary>
public enum MentioneeKind
{
    /// <summary>One user.</summary>
    User,

    /// <summary>Everybody in the group.</summary>
    All,

    /// <summary>Something that LINE added later.</summary>
    Unknown,
}

/// <summary>A mention in a received text. The place is LINE's word: check it against the text before cutting.</summary>
/// <param name="Kind">Whom it means.</param>
/// <param name="Index">Where it begins, counted from 0.</param>
/// <param name="Length">How long it is, with the @.</param>
/// <param name="UserId">The user mentioned, where they let the account know their profile.</param>
/// <param name="IsSelf">Whether it is this account that is mentioned.</param>
public sealed record Mentionee(MentioneeKind Kind, int Index, int Length, string? UserId, bool IsSelf);

/// <summary>Where the bytes of a picture, a video or a sound are.</summary>
/// <param name="Type"><c>line</c> (ask <see cref="LineMessagingClient.GetContentAsync"/>) or <c>external</c> (sent by a LIFF app, at the two addresses).</param>
/// <param name="OriginalContentUrl">Only when external.</param>
/// <param name="PreviewImageUrl">Only when external.</param>
public sealed record ContentProvider(string Type, string? OriginalContentUrl, string? PreviewImageUrl)
{
    /// <summary>Whether LINE has the bytes, for a time that it does not tell.</summary>
    public bool IsLine => Type == "line";
}

/// <summary>Pictures that were sent together.</summary>
/// <param name="Id">The same for all of them.</param>
/// <param name="Index">Which one this is, counted from 1; null from LINE for Android 11.15 and earlier.</param>
/// <param name="Total">How many there are; null from LINE for Android 11.15 and earlier.</param>
public sealed record ImageSet(string Id, int? Index, int? Total);
