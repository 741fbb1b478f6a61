using System.Text.Json;
using System.Text.Json.Serialization;

namespace Line.Messaging.Json;

internal sealed class SecondsConverter : JsonConverter<TimeSpan>
{
    public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        // A long-lived token has more seconds than fit into an int.
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var seconds) && Math.Abs(seconds) <= TimeSpan.MaxValue.Ticks / TimeSpan.TicksPerSecond
            ? TimeSpan.FromSeconds(seconds)
            : throw new JsonException("Expected seconds.");

    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) =>
        writer.WriteNumberValue((long)value.TotalSeconds);
}
