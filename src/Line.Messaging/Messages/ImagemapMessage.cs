using System.Text.Json.Serialization;

namespace Line.Messaging;

/// <summary>A picture with areas to tap. See https://developers.line.biz/en/reference/messaging-api/#imagemap-message.</summary>
/// <param name="BaseUrl">
/// https, up to 2,000 UTF-16 units. LINE appends <c>/240</c>, <c>/300</c>, <c>/460</c>, <c>/700</c> or <c>/1040</c>: the picture of that width, without extension.
/// </param>
/// <param name="AltText">What stands where the picture cannot, up to 1,500 UTF-16 units.</param>
/// <param name="BaseSize">The size that the areas are drawn on.</param>
/// <param name="Actions">Up to 50.</param>
public sealed record ImagemapMessage(
    string BaseUrl, string AltText, ImagemapBaseSize BaseSize, IReadOnlyList<ImagemapAction> Actions) : Message
{
    /// <summary>A video that plays on the picture.</summary>
    public ImagemapVideo? Video { get; init; }
}

/// <summary>The size that areas of an imagemap are drawn on.</summary>
/// <param name="Height">Pixels, when the width is 1040.</param>
/// <param name="Width">Always 1040.</param>
public sealed record ImagemapBaseSize(int Height, int Width = 1040);

/// <summary>A rectangle on an imagemap, in pixels of its base size.</summary>
/// <param name="X">From the left, 0 or more.</param>
/// <param name="Y">From the top, 0 or more.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
public sealed record ImagemapArea(int X, int Y, int Width, int Height);

/// <summary>What a tap on an area does. See https://developers.line.biz/en/reference/messaging-api/#imagemap-action-objects.</summary>
/// <param name="Area">Where to tap.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(UriImagemapAction), "uri")]
[JsonDerivedType(typeof(MessageImagemapAction), "message")]
[JsonDerivedType(typeof(ClipboardImagemapAction), "clipboard")]
public abstract record ImagemapAction(ImagemapArea Area)
{
    /// <summary>What screen readers read, up to 100 UTF-16 units.</summary>
    public string? Label { get; init; }
}

/// <summary>Opens an address.</summary>
/// <param name="LinkUri">Up to 1,000 UTF-16 units; <c>http</c>, <c>https</c>, <c>line</c> or <c>tel</c>.</param>
/// <param name="Area">Where to tap.</param>
public sealed record UriImagemapAction(string LinkUri, ImagemapArea Area) : ImagemapAction(Area);

/// <summary>Sends a text as the user's own message.</summary>
/// <param name="Text">Up to 400 UTF-16 units.</param>
/// <param name="Area">Where to tap.</param>
public sealed record MessageImagemapAction(string Text, ImagemapArea Area) : ImagemapAction(Area);

/// <summary>Copies a text to the clipboard.</summary>
/// <param name="ClipboardText">1 to 1,000 UTF-16 units.</param>
/// <param name="Area">Where to tap.</param>
public sealed record ClipboardImagemapAction(string ClipboardText, ImagemapArea Area) : ImagemapAction(Area);

/// <summary>A video on an imagemap.</summary>
/// <param name="OriginalContentUrl">https, mp4, up to 200 MB, the address up to 2,000 UTF-16 units.</param>
/// <param name="PreviewImageUrl">https, JPEG or PNG, up to 1 MB, the address up to 2,000 UTF-16 units.</param>
/// <param name="Area">Where it plays.</param>
public sealed record ImagemapVideo(string OriginalContentUrl, string PreviewImageUrl, ImagemapArea Area)
{
    /// <summary>The link shown after the video.</summary>
    public ImagemapExternalLink? ExternalLink { get; init; }
}

/// <summary>The link shown after the video of an imagemap.</summary>
/// <param name="LinkUri">Up to 1,000 UTF-16 units.</param>
/// <param name="Label">Up to 30 UTF-16 units.</param>
public sealed record ImagemapExternalLink(string LinkUri, string Label);
