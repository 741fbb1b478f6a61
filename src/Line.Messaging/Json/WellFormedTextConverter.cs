using System.Text.Json;
using System.Text.Json.Serialization;

namespace Line.Messaging.Json;

/// <summary>For what users write about themselves: half an emoji in a name must not make a profile unreadable.</summary>
internal sealed class WellFormedTextConverter : JsonConverter<string>
{
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? JsonText.Unescape(reader.ValueSpan, reader.ValueIsEscaped)
            : throw new JsonException("Expected a text.");

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
