using System.Text.Json;
using System.Text.Json.Serialization;

namespace Line.Messaging.Json;

// A property of a sealed type gets no "type" from polymorphism, but LINE wants one there too: these go by way of the base type.

internal sealed class FlexBoxConverter : JsonConverter<FlexBox>
{
    public override FlexBox? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize(ref reader, LineJson.Of<FlexComponent>()) as FlexBox ?? throw new JsonException("Expected a box.");

    public override void Write(Utf8JsonWriter writer, FlexBox value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, LineJson.Of<FlexComponent>());
}

internal sealed class FlexBubblesConverter : JsonConverter<IReadOnlyList<FlexBubble>>
{
    public override IReadOnlyList<FlexBubble> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        [.. JsonSerializer.Deserialize(ref reader, LineJson.Of<IReadOnlyList<FlexContainer>>())!.Select(
            part => part as FlexBubble ?? throw new JsonException("Expected a bubble."))];

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<FlexBubble> value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, LineJson.Of<IReadOnlyList<FlexContainer>>());
}

internal sealed class FlexSpansConverter : JsonConverter<IReadOnlyList<FlexSpan>>
{
    public override IReadOnlyList<FlexSpan> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        [.. JsonSerializer.Deserialize(ref reader, LineJson.Of<IReadOnlyList<FlexComponent>>())!.Select(
            part => part as FlexSpan ?? throw new JsonException("Expected a span."))];

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<FlexSpan> value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, LineJson.Of<IReadOnlyList<FlexComponent>>());
}
