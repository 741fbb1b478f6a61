using System.Text.Json.Serialization;

namespace Line.Messaging;

/// <summary>The background of a box. See https://developers.line.biz/en/reference/messaging-api/#box.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(FlexLinearGradient), "linearGradient")]
public abstract record FlexBackground
{
    private protected FlexBackground()
    {
    }
}

/// <summary>From one colour to another.</summary>
/// <param name="Angle">Degrees, such as <c>90deg</c> (from left to right), clockwise from bottom to top: 0 to below 360.</param>
/// <param name="StartColor"><c>#RRGGBB</c> or <c>#RRGGBBAA</c>.</param>
/// <param name="EndColor"><c>#RRGGBB</c> or <c>#RRGGBBAA</c>.</param>
public sealed record FlexLinearGradient(string Angle, string StartColor, string EndColor) : FlexBackground
{
    /// <summary>A colour in between, <c>#RRGGBB</c> or <c>#RRGGBBAA</c>.</summary>
    public string? CenterColor { get; init; }

    /// <summary>Where the colour in between is, from <c>0%</c> to <c>100%</c>; <c>50%</c> when null.</summary>
    public string? CenterPosition { get; init; }
}
