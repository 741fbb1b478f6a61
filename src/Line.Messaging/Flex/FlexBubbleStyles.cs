namespace Line.Messaging;

/// <summary>How the blocks of a bubble look. See https://developers.line.biz/en/reference/messaging-api/#bubble-style.</summary>
public sealed record FlexBubbleStyles
{
    /// <summary>The block at the top.</summary>
    public FlexBlockStyle? Header { get; init; }

    /// <summary>The block below it.</summary>
    public FlexBlockStyle? Hero { get; init; }

    /// <summary>The main block.</summary>
    public FlexBlockStyle? Body { get; init; }

    /// <summary>The block at the bottom.</summary>
    public FlexBlockStyle? Footer { get; init; }
}

/// <summary>How a block of a bubble looks. See https://developers.line.biz/en/reference/messaging-api/#block-style.</summary>
public sealed record FlexBlockStyle
{
    /// <summary><c>#RRGGBB</c> or <c>#RRGGBBAA</c>.</summary>
    public string? BackgroundColor { get; init; }

    /// <summary>Whether a line is drawn above the block. Not above the first.</summary>
    public bool? Separator { get; init; }

    /// <summary><c>#RRGGBB</c> or <c>#RRGGBBAA</c>.</summary>
    public string? SeparatorColor { get; init; }
}
