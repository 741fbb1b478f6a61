using System.Text.Json;
using System.Text.Json.Serialization;

namespace Line.Messaging.Json;

/// <summary>One action that this library does not know must not make the list of all rich menus unreadable.</summary>
internal sealed class StoredActionConverter : JsonConverter<LineAction>
{
    public override LineAction Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        try
        {
            return document.RootElement.Deserialize(LineJson.Of<LineAction>()) ?? throw new JsonException("Expected an action.");
        }
        catch (JsonException)
        {
            var fields = new JsonFields(document.RootElement);
            return new UnknownAction(fields.Text("type"), fields.TextOrNull("label"));
        }
    }

    public override void Write(Utf8JsonWriter writer, LineAction value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, LineJson.Of<LineAction>());
}
