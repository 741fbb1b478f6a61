using System.Text.Json.Serialization;

namespace Line.Messaging;

/// <summary>Opens an address. See https://developers.line.biz/en/reference/messaging-api/#uri-action.</summary>
/// <param name="Label"><inheritdoc cref="LineAction" path="/param[@name='Label']"/></param>
/// <param name="Uri">Up to 1,000 UTF-16 units; <c>http</c>, <c>https</c>, <c>line</c> or <c>tel</c>; percent-encoded.</param>
public sealed record UriAction(string? Label, string Uri) : LineAction(Label)
{
    /// <summary>
    /// The address for LINE on a computer, in place of <see cref="Uri"/>: up to 1,000 UTF-16 units of the same schemes.
    /// For Flex; without effect in a quick reply.
    /// </summary>
    [JsonIgnore]
    public string? AltUriDesktop { get; init; }

    [JsonInclude]
    internal AltUri? AltUri
    {
        get => AltUriDesktop is null ? null : new AltUri(AltUriDesktop);
        init => AltUriDesktop = value?.Desktop;
    }
}

internal sealed record AltUri(string Desktop);
