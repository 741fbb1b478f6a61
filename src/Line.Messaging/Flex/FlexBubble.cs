using System.Text.Json.Serialization;
using Line.Messaging.Json;

namespace Line.Messaging;

/// <summary>How wide a bubble is. See https://developers.line.biz/en/reference/messaging-api/#bubble.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FlexBubbleSize>))]
public enum FlexBubbleSize
{
    /// <summary>The narrowest.</summary>
    [JsonStringEnumMemberName("nano")]
    Nano,

    /// <summary>Two and a half of them are seen at once.</summary>
    [JsonStringEnumMemberName("micro")]
    Micro,

    /// <summary>Between micro and kilo. LINE 13.6.0 and later.</summary>
    [JsonStringEnumMemberName("deca")]
    Deca,

    /// <summary>Between deca and kilo. LINE 13.6.0 and later.</summary>
    [JsonStringEnumMemberName("hecto")]
    Hecto,

    /// <summary>A little narrower than mega.</summary>
    [JsonStringEnumMemberName("kilo")]
    Kilo,

    /// <summary>The normal one.</summary>
    [JsonStringEnumMemberName("mega")]
    Mega,

    /// <summary>As wide as the screen.</summary>
    [JsonStringEnumMemberName("giga")]
    Giga,
}

/// <summary>Which way a bubble is read.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FlexDirection>))]
public enum FlexDirection
{
    /// <summary>From left to right.</summary>
    [JsonStringEnumMemberName("ltr")]
    LeftToRight,

    /// <summary>From right to left.</summary>
    [JsonStringEnumMemberName("rtl")]
    RightToLeft,
}

/// <summary>
/// One bubble, up to 30 KB of JSON: header, hero, body and footer, in this order. See https://developers.line.biz/en/reference/messaging-api/#bubble.
/// </summary>
public sealed record FlexBubble : FlexContainer
{
    /// <summary>Mega when null. All bubbles of a carousel have the same.</summary>
    public FlexBubbleSize? Size { get; init; }

    /// <summary>From left to right when null.</summary>
    public FlexDirection? Direction { get; init; }

    /// <summary>The block at the top.</summary>
    [JsonConverter(typeof(FlexBoxConverter))]
    public FlexBox? Header { get; init; }

    /// <summary>The block below it: a <see cref="FlexBox"/>, a <see cref="FlexImage"/> or a <see cref="FlexVideo"/>.</summary>
    public FlexComponent? Hero { get; init; }

    /// <summary>The main block.</summary>
    [JsonConverter(typeof(FlexBoxConverter))]
    public FlexBox? Body { get; init; }

    /// <summary>The block at the bottom.</summary>
    [JsonConverter(typeof(FlexBoxConverter))]
    public FlexBox? Footer { get; init; }

    /// <summary>Colours and separators of the blocks.</summary>
    public FlexBubbleStyles? Styles { get; init; }

    /// <summary>What a tap on the bubble does.</summary>
    public LineAction? Action { get; init; }
}
