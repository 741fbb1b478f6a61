namespace Line.Messaging;

/// <summary>A box of parts. See https://developers.line.biz/en/reference/messaging-api/#box.</summary>
/// <param name="Layout">How the parts are placed.</param>
/// <param name="Contents">The parts. Spans only stand in texts; a baseline box takes text, icons and fillers.</param>
public sealed record FlexBox(FlexLayout Layout, IReadOnlyList<FlexComponent> Contents) : FlexPlaced
{
    /// <summary>A box whose parts stand below each other.</summary>
    public static FlexBox Vertical(params IReadOnlyList<FlexComponent> contents) => new(FlexLayout.Vertical, contents);

    /// <summary>A box whose parts stand side by side.</summary>
    public static FlexBox Horizontal(params IReadOnlyList<FlexComponent> contents) => new(FlexLayout.Horizontal, contents);

    /// <summary>A box whose texts and icons stand on one line of writing.</summary>
    public static FlexBox Baseline(params IReadOnlyList<FlexComponent> contents) => new(FlexLayout.Baseline, contents);

    /// <summary>Its share of the free room in the box around it, from 0.</summary>
    public int? Flex { get; init; }

    /// <summary>Room between the parts: <c>none</c>, <c>xs</c> to <c>xxl</c>, or pixels such as <c>8px</c>.</summary>
    public string? Spacing { get; init; }

    /// <summary><c>#RRGGBB</c> or <c>#RRGGBBAA</c>.</summary>
    public string? BackgroundColor { get; init; }

    /// <summary>A background with a gradient, over <see cref="BackgroundColor"/>.</summary>
    public FlexBackground? Background { get; init; }

    /// <summary><c>#RRGGBB</c> or <c>#RRGGBBAA</c>.</summary>
    public string? BorderColor { get; init; }

    /// <summary><c>none</c>, <c>light</c>, <c>normal</c>, <c>medium</c>, <c>semi-bold</c>, <c>bold</c>, or pixels such as <c>1px</c>.</summary>
    public string? BorderWidth { get; init; }

    /// <summary><c>none</c>, <c>xs</c> to <c>xxl</c>, or pixels such as <c>8px</c>.</summary>
    public string? CornerRadius { get; init; }

    /// <summary>Pixels (<c>100px</c>) or a share of the box around it (<c>50%</c>).</summary>
    public string? Width { get; init; }

    /// <summary>As <see cref="Width"/>.</summary>
    public string? MaxWidth { get; init; }

    /// <summary>As <see cref="Width"/>.</summary>
    public string? Height { get; init; }

    /// <summary>As <see cref="Width"/>.</summary>
    public string? MaxHeight { get; init; }

    /// <summary>Room inside: <c>none</c>, <c>xs</c> to <c>xxl</c>, pixels (<c>8px</c>) or a share of the box around it (<c>5%</c>).</summary>
    public string? PaddingAll { get; init; }

    /// <summary>As <see cref="PaddingAll"/>, for the top.</summary>
    public string? PaddingTop { get; init; }

    /// <summary>As <see cref="PaddingAll"/>, for the bottom.</summary>
    public string? PaddingBottom { get; init; }

    /// <summary>As <see cref="PaddingAll"/>, for the start.</summary>
    public string? PaddingStart { get; init; }

    /// <summary>As <see cref="PaddingAll"/>, for the end.</summary>
    public string? PaddingEnd { get; init; }

    /// <summary>How free room along the box is spread. The parts' own shares must be 0 for it to show.</summary>
    public FlexJustifyContent? JustifyContent { get; init; }

    /// <summary>Where parts stand across the box.</summary>
    public FlexAlignItems? AlignItems { get; init; }

    /// <summary>What a tap does.</summary>
    public LineAction? Action { get; init; }
}
