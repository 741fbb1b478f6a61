namespace Line.Messaging;

/// <summary>A line between parts. See https://developers.line.biz/en/reference/messaging-api/#separator.</summary>
public sealed record FlexSeparator : FlexComponent
{
    /// <summary>Room before it, in place of the box's spacing: <c>none</c>, <c>xs</c> to <c>xxl</c>, or pixels such as <c>8px</c>.</summary>
    public string? Margin { get; init; }

    /// <summary><c>#RRGGBB</c> or <c>#RRGGBBAA</c>.</summary>
    public string? Color { get; init; }
}

/// <summary>
/// Empty room. LINE calls it deprecated: margins and paddings do the same. See https://developers.line.biz/en/reference/messaging-api/#filler.
/// </summary>
public sealed record FlexFiller : FlexComponent
{
    /// <summary>Its share of the free room in the box around it, from 0.</summary>
    public int? Flex { get; init; }
}
