using System.Text.Json.Serialization;
using Line.Messaging.Json;

namespace Line.Messaging;

/// <summary>How bold a text is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FlexWeight>))]
public enum FlexWeight
{
    /// <summary>Normal.</summary>
    [JsonStringEnumMemberName("regular")]
    Regular,

    /// <summary>Bold.</summary>
    [JsonStringEnumMemberName("bold")]
    Bold,
}

/// <summary>Whether a text is slanted.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FlexTextStyle>))]
public enum FlexTextStyle
{
    /// <summary>Upright.</summary>
    [JsonStringEnumMemberName("normal")]
    Normal,

    /// <summary>Slanted.</summary>
    [JsonStringEnumMemberName("italic")]
    Italic,
}

/// <summary>A line under or through a text.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FlexDecoration>))]
public enum FlexDecoration
{
    /// <summary>None.</summary>
    [JsonStringEnumMemberName("none")]
    None,

    /// <summary>Under it.</summary>
    [JsonStringEnumMemberName("underline")]
    Underline,

    /// <summary>Through it.</summary>
    [JsonStringEnumMemberName("line-through")]
    LineThrough,
}

/// <summary>What happens to text that does not fit.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FlexAdjustMode>))]
public enum FlexAdjustMode
{
    /// <summary>It gets smaller.</summary>
    [JsonStringEnumMemberName("shrink-to-fit")]
    ShrinkToFit,
}

/// <summary>A text. See https://developers.line.biz/en/reference/messaging-api/#f-text.</summary>
/// <param name="Text">What it says; needed unless it has <see cref="Contents"/>. One line, cut with an ellipsis, unless it wraps.</param>
public sealed record FlexText(string? Text = null) : FlexPlaced
{
    /// <summary>Parts of the text with looks of their own, in place of <see cref="Text"/>.</summary>
    [JsonConverter(typeof(FlexSpansConverter))]
    public IReadOnlyList<FlexSpan>? Contents { get; init; }

    /// <summary>Its share of the free room in the box around it, from 0.</summary>
    public int? Flex { get; init; }

    /// <summary><c>xxs</c> to <c>xxl</c>, <c>3xl</c>, <c>4xl</c>, <c>5xl</c>, or pixels such as <c>14px</c>; <c>md</c> when null.</summary>
    public string? Size { get; init; }

    /// <summary><c>#RRGGBB</c> or <c>#RRGGBBAA</c>.</summary>
    public string? Color { get; init; }

    /// <summary>Regular when null.</summary>
    public FlexWeight? Weight { get; init; }

    /// <summary>Normal when null.</summary>
    public FlexTextStyle? Style { get; init; }

    /// <summary>None when null.</summary>
    public FlexDecoration? Decoration { get; init; }

    /// <summary>Where it stands across.</summary>
    public FlexAlign? Align { get; init; }

    /// <summary>Where it stands from top to bottom; at the top when null.</summary>
    public FlexGravity? Gravity { get; init; }

    /// <summary>Whether it takes several lines; <c>\n</c> then begins a new one.</summary>
    public bool? Wrap { get; init; }

    /// <summary>How many lines are shown; 0 or null for all.</summary>
    public int? MaxLines { get; init; }

    /// <summary>Room between wrapped lines, in pixels above 0 such as <c>4px</c>.</summary>
    public string? LineSpacing { get; init; }

    /// <summary>What happens when it does not fit.</summary>
    public FlexAdjustMode? AdjustMode { get; init; }

    /// <summary>Whether it follows the text size that the user set in LINE.</summary>
    public bool? Scaling { get; init; }

    /// <summary>What a tap does.</summary>
    public LineAction? Action { get; init; }
}
