using System.Text.Json.Serialization;

namespace Line.Messaging;

/// <summary>
/// A text with mentions and LINE emojis at <c>{key}</c>. See https://developers.line.biz/en/reference/messaging-api/#text-message-v2.
/// </summary>
/// <param name="Text">1 to 5,000 UTF-16 units; <c>{{</c> and <c>}}</c> stand for braces, and each other pair of them is a key.</param>
public sealed record TextMessageV2(string Text) : Message
{
    /// <summary>
    /// What stands at each <c>{key}</c>: up to 100, with up to 20 mentions and 20 emojis. Keys have up to 20 characters of <c>A-Z a-z 0-9 _</c>.
    /// </summary>
    public IReadOnlyDictionary<string, Substitution>? Substitution { get; init; }

    /// <summary>The message to quote, from <see cref="MessageContent.QuoteToken"/> or <see cref="SentMessage.QuoteToken"/>.</summary>
    public string? QuoteToken { get; init; }
}

/// <summary>What stands at a <c>{key}</c> of a <see cref="TextMessageV2"/>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(MentionSubstitution), "mention")]
[JsonDerivedType(typeof(EmojiSubstitution), "emoji")]
public abstract record Substitution
{
    private protected Substitution()
    {
    }
}

/// <summary>A mention, in a reply or push to a group or multi-person chat only. See https://developers.line.biz/en/reference/messaging-api/#text-message-v2-mention-object.</summary>
/// <param name="Mentionee">Who is mentioned.</param>
public sealed record MentionSubstitution(MentionTarget Mentionee) : Substitution;

/// <summary>A LINE emoji. See https://developers.line.biz/en/reference/messaging-api/#text-message-v2-emoji-object.</summary>
/// <param name="ProductId">The emoji's set.</param>
/// <param name="EmojiId">The emoji in the set.</param>
public sealed record EmojiSubstitution(string ProductId, string EmojiId) : Substitution;

/// <summary>Who is mentioned.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(UserMentionTarget), "user")]
[JsonDerivedType(typeof(AllMentionTarget), "all")]
public abstract record MentionTarget
{
    private protected MentionTarget()
    {
    }
}

/// <summary>One member of the group.</summary>
/// <param name="UserId">The member.</param>
public sealed record UserMentionTarget(string UserId) : MentionTarget;

/// <summary>Everybody in the group.</summary>
public sealed record AllMentionTarget : MentionTarget;
