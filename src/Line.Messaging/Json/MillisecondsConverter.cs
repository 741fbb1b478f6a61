using System.Text.Json;
using System.Text.Json.Serialization;

namespace Line.Messaging.Json;

internal sealed class MillisecondsConverter : JsonConverter<TimeSpan>
{
    public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var milliseconds)
            ? TimeSpan.FromMilliseconds(milliseconds)
            : throw new JsonException("Expected milliseconds.");

    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) =>
        writer.WriteNumberValue((long)value.TotalMilliseconds);
}
