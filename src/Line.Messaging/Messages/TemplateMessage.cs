using System.Text.Json.Serialization;

namespace Line.Messaging;

/// <summary>A message in one of LINE's fixed layouts. See https://developers.line.biz/en/reference/messaging-api/#template-messages.</summary>
/// <param name="AltText">What notifications and the talk list show, up to 1,500 UTF-16 units.</param>
/// <param name="Template">The layout and what is in it.</param>
public sealed record TemplateMessage(string AltText, Template Template) : Message;

/// <summary>A fixed layout.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ButtonsTemplate), "buttons")]
[JsonDerivedType(typeof(ConfirmTemplate), "confirm")]
[JsonDerivedType(typeof(CarouselTemplate), "carousel")]
[JsonDerivedType(typeof(ImageCarouselTemplate), "image_carousel")]
public abstract record Template
{
    private protected Template()
    {
    }
}

/// <summary>The shape of a template's picture.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TemplateImageAspectRatio>))]
public enum TemplateImageAspectRatio
{
    /// <summary>1.51:1.</summary>
    [JsonStringEnumMemberName("rectangle")]
    Rectangle,

    /// <summary>1:1.</summary>
    [JsonStringEnumMemberName("square")]
    Square,
}

/// <summary>How a template's picture fills its place.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TemplateImageSize>))]
public enum TemplateImageSize
{
    /// <summary>Fills it; what does not fit is cut.</summary>
    [JsonStringEnumMemberName("cover")]
    Cover,

    /// <summary>Shown whole, on the background colour.</summary>
    [JsonStringEnumMemberName("contain")]
    Contain,
}

/// <summary>A picture, a title, a text and buttons. See https://developers.line.biz/en/reference/messaging-api/#buttons.</summary>
/// <param name="Text">Up to 160 grapheme clusters; 60 with a picture or a title.</param>
/// <param name="Actions">1 to 4 buttons.</param>
public sealed record ButtonsTemplate(string Text, IReadOnlyList<LineAction> Actions) : Template
{
    /// <summary>https, JPEG or PNG, up to 10 MB and 1,024 pixels wide, the address up to 2,000 UTF-16 units.</summary>
    public string? ThumbnailImageUrl { get; init; }

    /// <summary>Rectangle when null.</summary>
    public TemplateImageAspectRatio? ImageAspectRatio { get; init; }

    /// <summary>Cover when null.</summary>
    public TemplateImageSize? ImageSize { get; init; }

    /// <summary><c>#RRGGBB</c>; white when null.</summary>
    public string? ImageBackgroundColor { get; init; }

    /// <summary>Up to 40 grapheme clusters.</summary>
    public string? Title { get; init; }

    /// <summary>What a tap on the picture, the title or the text does.</summary>
    public LineAction? DefaultAction { get; init; }
}

/// <summary>A text and two buttons. See https://developers.line.biz/en/reference/messaging-api/#confirm.</summary>
/// <param name="Text">Up to 240 grapheme clusters.</param>
/// <param name="Actions">Exactly 2 buttons.</param>
public sealed record ConfirmTemplate(string Text, IReadOnlyList<LineAction> Actions) : Template;

/// <summary>Columns to swipe through. See https://developers.line.biz/en/reference/messaging-api/#carousel.</summary>
/// <param name="Columns">1 to 10, all with as many buttons, and all or none with a picture and with a title.</param>
public sealed record CarouselTemplate(IReadOnlyList<CarouselColumn> Columns) : Template
{
    /// <summary>Rectangle when null.</summary>
    public TemplateImageAspectRatio? ImageAspectRatio { get; init; }

    /// <summary>Cover when null.</summary>
    public TemplateImageSize? ImageSize { get; init; }
}

/// <summary>One column of a carousel.</summary>
/// <param name="Text">Up to 120 grapheme clusters; 60 with a picture or a title.</param>
/// <param name="Actions">1 to 3 buttons.</param>
public sealed record CarouselColumn(string Text, IReadOnlyList<LineAction> Actions)
{
    /// <summary>https, JPEG or PNG, up to 10 MB and 1,024 pixels wide, the address up to 2,000 UTF-16 units.</summary>
    public string? ThumbnailImageUrl { get; init; }

    /// <summary><c>#RRGGBB</c>; white when null.</summary>
    public string? ImageBackgroundColor { get; init; }

    /// <summary>Up to 40 grapheme clusters.</summary>
    public string? Title { get; init; }

    /// <summary>What a tap on the picture, the title or the text does.</summary>
    public LineAction? DefaultAction { get; init; }
}

/// <summary>Pictures to swipe through. See https://developers.line.biz/en/reference/messaging-api/#image-carousel.</summary>
/// <param name="Columns">1 to 10.</param>
public sealed record ImageCarouselTemplate(IReadOnlyList<ImageCarouselColumn> Columns) : Template;

/// <summary>One picture of an image carousel.</summary>
/// <param name="ImageUrl">https, JPEG or PNG, square, up to 10 MB and 1,024 pixels, the address up to 2,000 UTF-16 units.</param>
/// <param name="Action">What a tap does; the label, up to 12 grapheme clusters, is optional here.</param>
public sealed record ImageCarouselColumn(string ImageUrl, LineAction Action);
