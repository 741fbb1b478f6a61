using System.Text.Json.Serialization;

namespace Line.Messaging;

/// <summary>How a button looks.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FlexButtonStyle>))]
public enum FlexButtonStyle
{
    /// <summary>As a link.</summary>
    [JsonStringEnumMemberName("link")]
    Link,

    /// <summary>Light letters on a dark button.</summary>
    [JsonStringEnumMemberName("primary")]
    Primary,

    /// <summary>Dark letters on a light button.</summary>
    [JsonStringEnumMemberName("secondary")]
    Secondary,
}

/// <summary>How high a button is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FlexButtonHeight>))]
public enum FlexButtonHeight
{
    /// <summary>Normal.</summary>
    [JsonStringEnumMemberName("md")]
    Medium,

    /// <summary>Low.</summary>
    [JsonStringEnumMemberName("sm")]
    Small,
}

/// <summary>A button. See https://developers.line.biz/en/reference/messaging-api/#button.</summary>
/// <param name="Action">What a tap does; its label, up to 40 grapheme clusters, is what the button says.</param>
public sealed record FlexButton(LineAction Action) : FlexPlaced
{
    /// <summary>Its share of the free room in the box around it, from 0.</summary>
    public int? Flex { get; init; }

    /// <summary>Link when null.</summary>
    public FlexButtonStyle? Style { get; init; }

    /// <summary>Of the letters of a link, of the button otherwise: <c>#RRGGBB</c> or <c>#RRGGBBAA</c>.</summary>
    public string? Color { get; init; }

    /// <summary>Medium when null.</summary>
    public FlexButtonHeight? Height { get; init; }

    /// <summary>Where it stands from top to bottom; at the top when null.</summary>
    public FlexGravity? Gravity { get; init; }

    /// <summary>What happens when the label does not fit.</summary>
    public FlexAdjustMode? AdjustMode { get; init; }

    /// <summary>Whether it follows the text size that the user set in LINE.</summary>
    public bool? Scaling { get; init; }
}
