namespace Line.Messaging;

/// <summary>What a user sent. See https://developers.line.biz/en/reference/messaging-api/#message-event.</summary>
/// <param name="Id">The message's ID. Digits, but more of them than a number may hold.</param>
public abstract record MessageContent(string Id)
{
    /// <summary>LINE's name of the kind of message, such as <c>text</c>.</summary>
    public abstract string Type { get; }

    /// <summary>What a reply quotes this message by; null for kinds that cannot be quoted.</summary>
    public string? QuoteToken { get; init; }

    /// <summary>What <see cref="LineMessagingClient.MarkAsReadAsync"/> takes; it does not expire. Null where LINE does not give one.</summary>
    public string? MarkAsReadToken { get; init; }

    /// <summary>The type and the ID, so that nothing a customer wrote reaches a log by accident.</summary>
    public sealed override string ToString() => $"{Type} {Id}";
}

/// <summary>A text.</summary>
/// <param name="Text">The text. A LINE emoji stands in it as its alternative text, such as <c>(hello)</c>.</param>
public sealed record TextContent(string Id, string Text) : MessageContent(Id)
{
    /// <inheritdoc/>
    public override string Type => "text";

    /// <summary>The LINE emojis in the text.</summary>
    public IReadOnlyList<ReceivedEmoji> Emojis { get; init; } = [];

    /// <summary>Who is mentioned in the text, at most 20.</summary>
    public IReadOnlyList<Mentionee> Mentionees { get; init; } = [];

    /// <summary>The message that this one quotes; null when it quotes none.</summary>
    public string? QuotedMessageId { get; init; }
}

/// <summary>A picture.</summary>
/// <param name="ContentProvider">Where the bytes are.</param>
public sealed record ImageContent(string Id, ContentProvider ContentProvider) : MessageContent(Id)
{
    /// <inheritdoc/>
    public override string Type => "image";

    /// <summary>The set this picture was sent in. The pictures of a set arrive as separate events, in any order.</summary>
    public ImageSet? ImageSet { get; init; }
}

/// <summary>A video.</summary>
/// <param name="ContentProvider">Where the bytes are.</param>
/// <param name="Duration">How long it plays (LINE counts milliseconds), where known.</param>
public sealed record VideoContent(string Id, ContentProvider ContentProvider, TimeSpan? Duration) : MessageContent(Id)
{
    /// <inheritdoc/>
    public override string Type => "video";
}

/// <summary>A voice message or another sound.</summary>
/// <param name="ContentProvider">Where the bytes are.</param>
/// <param name="Duration">How long it plays (LINE counts milliseconds), where known.</param>
public sealed record AudioContent(string Id, ContentProvider ContentProvider, TimeSpan? Duration) : MessageContent(Id)
{
    /// <inheritdoc/>
    public override string Type => "audio";
}

/// <summary>A file.</summary>
/// <param name="FileName">The name the sender gave it: not a path to trust.</param>
/// <param name="FileSize">Bytes.</param>
public sealed record FileContent(string Id, string FileName, long FileSize) : MessageContent(Id)
{
    /// <inheritdoc/>
    public override string Type => "file";
}

/// <summary>A place.</summary>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
public sealed record LocationContent(string Id, double Latitude, double Longitude) : MessageContent(Id)
{
    /// <inheritdoc/>
    public override string Type => "location";

    /// <summary>The place's name, where it has one.</summary>
    public string? Title { get; init; }

    /// <summary>The place's address, where it has one.</summary>
    public string? Address { get; init; }
}

/// <summary>A sticker.</summary>
/// <param name="PackageId">The sticker's package.</param>
/// <param name="StickerId">The sticker.</param>
/// <param name="ResourceType">
/// <c>STATIC</c>, <c>ANIMATION</c>, <c>SOUND</c>, <c>ANIMATION_SOUND</c>, <c>POPUP</c>, <c>POPUP_SOUND</c>, <c>CUSTOM</c>, <c>MESSAGE</c>,
/// <c>NAME_TEXT</c>, <c>PER_STICKER_TEXT</c>, or one that LINE added later.
/// </param>
public sealed record StickerContent(string Id, string PackageId, string StickerId, string ResourceType) : MessageContent(Id)
{
    /// <inheritdoc/>
    public override string Type => "sticker";

    /// <summary>Up to 15 words for what the sticker says, at random when it has more. Experimental on LINE's side.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>What the user wrote on a message sticker, up to 100 characters.</summary>
    public string? Text { get; init; }

    /// <summary>The message that this one quotes; null when it quotes none.</summary>
    public string? QuotedMessageId { get; init; }
}

/// <summary>A kind of message that LINE added later. The event's <see cref="WebhookEvent.Raw"/> has all of it.</summary>
/// <param name="Kind">The <c>type</c> as received.</param>
public sealed record UnknownContent(string Id, string Kind) : MessageContent(Id)
{
    /// <inheritdoc/>
    public override string Type => Kind;
}
