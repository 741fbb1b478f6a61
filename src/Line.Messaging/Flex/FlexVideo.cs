namespace Line.Messaging;

/// <summary>
/// A video: only as the hero of a bubble of size kilo, mega or giga, and not in a carousel.
/// See https://developers.line.biz/en/reference/messaging-api/#f-video.
/// </summary>
/// <param name="Url">https, mp4, up to 200 MB, the address up to 2,000 UTF-16 units.</param>
/// <param name="PreviewUrl">https, JPEG or PNG, up to 1 MB, the address up to 2,000 UTF-16 units.</param>
/// <param name="AltContent">What LINE shows where it cannot play it: a <see cref="FlexBox"/> or a <see cref="FlexImage"/>.</param>
public sealed record FlexVideo(string Url, string PreviewUrl, FlexComponent AltContent) : FlexComponent
{
    /// <summary>Width to height, such as <c>20:13</c>: each 1 to 100,000, height at most three times the width; <c>1:1</c> when null.</summary>
    public string? AspectRatio { get; init; }

    /// <summary>The link shown on the video: a <see cref="UriAction"/>.</summary>
    public LineAction? Action { get; init; }
}
