using System.Text.Json.Serialization;
using Line.Messaging.Json;

namespace Line.Messaging;

/// <summary>Bubbles to swipe through, up to 50 KB of JSON together. See https://developers.line.biz/en/reference/messaging-api/#f-carousel.</summary>
/// <param name="Contents">1 to 12 bubbles of the same size, none with a video.</param>
public sealed record FlexCarousel(
    [property: JsonConverter(typeof(FlexBubblesConverter))] IReadOnlyList<FlexBubble> Contents) : FlexContainer;
