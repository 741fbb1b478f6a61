namespace Line.Messaging;

/// <summary>A text. See https://developers.line.biz/en/reference/messaging-api/#text-message.</summary>
/// <param name="Text">1 to 5,000 UTF-16 units. An address in it gets a preview, for which LINE opens it.</param>
public sealed record TextMessage(string Text) : Message
{
    /// <summary>Up to 20 LINE emojis, each in place of a <c>$</c> in the text.</summary>
    public IReadOnlyList<Emoji>? Emojis { get; init; }

    /// <summary>The message to quote, from <see cref="MessageContent.QuoteToken"/> or <see cref="SentMessage.QuoteToken"/>.</summary>
    public string? QuoteToken { get; init; }
}

/// <summary>A LINE emoji in a text to send. See https://developers.line.biz/en/docs/messaging-api/emoji-list/.</summary>
/// <param name="Index">Where its <c>$</c> stands, in UTF-16 units counted from 0.</param>
/// <param name="ProductId">The emoji's set.</param>
/// <param name="EmojiId">The emoji in the set.</param>
public sealed record Emoji(int Index, string ProductId, string EmojiId);
