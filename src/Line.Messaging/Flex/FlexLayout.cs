using System.Text.Json.Serialization;

namespace Line.Messaging;

/// <summary>How the parts of a box are placed. See https://developers.line.biz/en/docs/messaging-api/flex-message-layout/.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FlexLayout>))]
public enum FlexLayout
{
    /// <summary>From top to bottom.</summary>
    [JsonStringEnumMemberName("vertical")]
    Vertical,

    /// <summary>Side by side.</summary>
    [JsonStringEnumMemberName("horizontal")]
    Horizontal,

    /// <summary>Side by side on one line of writing; takes text, icons and fillers.</summary>
    [JsonStringEnumMemberName("baseline")]
    Baseline,
}

/// <summary>What offsets are measured from.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FlexPosition>))]
public enum FlexPosition
{
    /// <summary>The place the part would have without them.</summary>
    [JsonStringEnumMemberName("relative")]
    Relative,

    /// <summary>The edges of the box it is in.</summary>
    [JsonStringEnumMemberName("absolute")]
    Absolute,
}

/// <summary>Where something stands across its line.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FlexAlign>))]
public enum FlexAlign
{
    /// <summary>Left, in a bubble read from left to right.</summary>
    [JsonStringEnumMemberName("start")]
    Start,

    /// <summary>Right, in a bubble read from left to right.</summary>
    [JsonStringEnumMemberName("end")]
    End,

    /// <summary>In the middle.</summary>
    [JsonStringEnumMemberName("center")]
    Center,
}

/// <summary>Where something stands from top to bottom.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FlexGravity>))]
public enum FlexGravity
{
    /// <summary>At the top.</summary>
    [JsonStringEnumMemberName("top")]
    Top,

    /// <summary>At the bottom.</summary>
    [JsonStringEnumMemberName("bottom")]
    Bottom,

    /// <summary>In the middle.</summary>
    [JsonStringEnumMemberName("center")]
    Center,
}

/// <summary>How free room along a box is spread.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FlexJustifyContent>))]
public enum FlexJustifyContent
{
    /// <summary>Parts in the middle.</summary>
    [JsonStringEnumMemberName("center")]
    Center,

    /// <summary>Parts at the start.</summary>
    [JsonStringEnumMemberName("flex-start")]
    FlexStart,

    /// <summary>Parts at the end.</summary>
    [JsonStringEnumMemberName("flex-end")]
    FlexEnd,

    /// <summary>Between the parts.</summary>
    [JsonStringEnumMemberName("space-between")]
    SpaceBetween,

    /// <summary>Around each part.</summary>
    [JsonStringEnumMemberName("space-around")]
    SpaceAround,

    /// <summary>Evenly between and around.</summary>
    [JsonStringEnumMemberName("space-evenly")]
    SpaceEvenly,
}

/// <summary>Where parts stand across a box.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FlexAlignItems>))]
public enum FlexAlignItems
{
    /// <summary>In the middle.</summary>
    [JsonStringEnumMemberName("center")]
    Center,

    /// <summary>At the start.</summary>
    [JsonStringEnumMemberName("flex-start")]
    FlexStart,

    /// <summary>At the end.</summary>
    [JsonStringEnumMemberName("flex-end")]
    FlexEnd,
}
