using System.Text.Json.Serialization;

namespace Line.Messaging;

/// <summary>How a picture fills its place.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FlexAspectMode>))]
public enum FlexAspectMode
{
    /// <summary>Shown whole.</summary>
    [JsonStringEnumMemberName("fit")]
    Fit,

    /// <summary>Fills it; what does not fit is cut.</summary>
    [JsonStringEnumMemberName("cover")]
    Cover,
}

/// <summary>A picture. See https://developers.line.biz/en/reference/messaging-api/#f-image.</summary>
/// <param name="Url">https, JPEG or PNG, up to 1,024 × 1,024 pixels and 10 MB (300 KB to be played), the address up to 2,000 UTF-16 units.</param>
public sealed record FlexImage(string Url) : FlexPlaced
{
    /// <summary>Its share of the free room in the box around it, from 0.</summary>
    public int? Flex { get; init; }

    /// <summary>The greatest width: <c>xxs</c> to <c>xxl</c>, <c>3xl</c> to <c>5xl</c>, <c>full</c>, pixels (<c>50px</c>) or a share (<c>50%</c>); <c>md</c> when null.</summary>
    public string? Size { get; init; }

    /// <summary>Width to height, such as <c>20:13</c>: each 1 to 100,000, height at most three times the width; <c>1:1</c> when null.</summary>
    public string? AspectRatio { get; init; }

    /// <summary>Fit when null.</summary>
    public FlexAspectMode? AspectMode { get; init; }

    /// <summary>Where it stands across; in the middle when null.</summary>
    public FlexAlign? Align { get; init; }

    /// <summary>Where it stands from top to bottom; at the top when null.</summary>
    public FlexGravity? Gravity { get; init; }

    /// <summary><c>#RRGGBB</c> or <c>#RRGGBBAA</c>.</summary>
    public string? BackgroundColor { get; init; }

    /// <summary>Whether it is an animated PNG to be played. Up to 10 a message; larger than 300 KB they stand still.</summary>
    public bool? Animated { get; init; }

    /// <summary>What a tap does.</summary>
    public LineAction? Action { get; init; }
}
