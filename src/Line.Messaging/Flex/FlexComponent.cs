using System.Text.Json.Serialization;

namespace Line.Messaging;

/// <summary>A part of a bubble. See https://developers.line.biz/en/reference/messaging-api/#flex-component.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(FlexBox), "box")]
[JsonDerivedType(typeof(FlexText), "text")]
[JsonDerivedType(typeof(FlexSpan), "span")]
[JsonDerivedType(typeof(FlexButton), "button")]
[JsonDerivedType(typeof(FlexImage), "image")]
[JsonDerivedType(typeof(FlexVideo), "video")]
[JsonDerivedType(typeof(FlexIcon), "icon")]
[JsonDerivedType(typeof(FlexSeparator), "separator")]
[JsonDerivedType(typeof(FlexFiller), "filler")]
public abstract record FlexComponent
{
    private protected FlexComponent()
    {
    }

    /// <summary>The kind of part only: what it says to a customer does not belong into a log.</summary>
    public sealed override string ToString() => GetType().Name;
}

/// <summary>A part that can be moved from its place. See https://developers.line.biz/en/docs/messaging-api/flex-message-layout/#component-position.</summary>
public abstract record FlexPlaced : FlexComponent
{
    private protected FlexPlaced()
    {
    }

    /// <summary>Room before it, in place of the box's spacing: <c>none</c>, <c>xs</c> to <c>xxl</c>, or pixels such as <c>8px</c>.</summary>
    public string? Margin { get; init; }

    /// <summary>What the offsets are measured from; relative when null.</summary>
    public FlexPosition? Position { get; init; }

    /// <summary>Distance from the top: <c>none</c>, <c>xs</c> to <c>xxl</c>, pixels (<c>8px</c>) or a share of the box (<c>50%</c>).</summary>
    public string? OffsetTop { get; init; }

    /// <summary>Distance from the bottom, as <see cref="OffsetTop"/>.</summary>
    public string? OffsetBottom { get; init; }

    /// <summary>Distance from the start, as <see cref="OffsetTop"/>.</summary>
    public string? OffsetStart { get; init; }

    /// <summary>Distance from the end, as <see cref="OffsetTop"/>.</summary>
    public string? OffsetEnd { get; init; }
}
