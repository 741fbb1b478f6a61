using System.Text.Json.Serialization;

namespace Line.Messaging;

/// <summary>Buttons above the keyboard. See https://developers.line.biz/en/reference/messaging-api/#quick-reply.</summary>
/// <param name="Items">1 to 13 buttons.</param>
public sealed record QuickReply(IReadOnlyList<QuickReplyItem> Items)
{
    /// <summary>Buttons without icons.</summary>
    public static QuickReply Of(params IReadOnlyList<LineAction> actions) =>
        new([.. actions.Select(action => new QuickReplyItem(action))]);
}

/// <summary>One button above the keyboard.</summary>
/// <param name="Action">Any action except a rich menu switch, with a label of up to 20 grapheme clusters.</param>
public sealed record QuickReplyItem(LineAction Action)
{
    /// <summary>The icon: https, PNG, square, up to 1 MB, the address up to 2,000 UTF-16 units.</summary>
    public string? ImageUrl { get; init; }

    [JsonInclude]
    internal string Type { get; init; } = "action";
}

/// <summary>Who a message seems to come from. See https://developers.line.biz/en/reference/messaging-api/#icon-nickname-switch.</summary>
public sealed record Sender
{
    /// <summary>Up to 20 UTF-16 units. LINE refuses words such as "LINE" in it.</summary>
    public string? Name { get; init; }

    /// <summary>https, PNG, square, up to 1 MB, the address up to 2,000 UTF-16 units.</summary>
    public string? IconUrl { get; init; }
}
