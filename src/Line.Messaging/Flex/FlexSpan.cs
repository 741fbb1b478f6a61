namespace Line.Messaging;

/// <summary>A part of a <see cref="FlexText"/> with looks of its own. See https://developers.line.biz/en/reference/messaging-api/#span.</summary>
/// <param name="Text">What it says.</param>
public sealed record FlexSpan(string Text) : FlexComponent
{
    /// <summary>As <see cref="FlexText.Size"/>.</summary>
    public string? Size { get; init; }

    /// <summary><c>#RRGGBB</c> or <c>#RRGGBBAA</c>.</summary>
    public string? Color { get; init; }

    /// <summary>Regular when null.</summary>
    public FlexWeight? Weight { get; init; }

    /// <summary>Normal when null.</summary>
    public FlexTextStyle? Style { get; init; }

    /// <summary>None when null. It cannot take away the decoration of the text around it.</summary>
    public FlexDecoration? Decoration { get; init; }
}
