namespace Line.Messaging;

/// <summary>A small picture on a line of writing: in a baseline box only. See https://developers.line.biz/en/reference/messaging-api/#icon.</summary>
/// <param name="Url">https, JPEG or PNG, up to 1,024 × 1,024 pixels and 1 MB, the address up to 2,000 UTF-16 units.</param>
public sealed record FlexIcon(string Url) : FlexPlaced
{
    /// <summary><c>xxs</c> to <c>xxl</c>, <c>3xl</c> to <c>5xl</c>, or pixels such as <c>16px</c>; <c>md</c> when null.</summary>
    public string? Size { get; init; }

    /// <summary>Width to height, such as <c>1.91:1</c>: each 1 to 100,000, height at most three times the width; <c>1:1</c> when null.</summary>
    public string? AspectRatio { get; init; }

    /// <summary>Whether it follows the text size that the user set in LINE.</summary>
    public bool? Scaling { get; init; }
}
