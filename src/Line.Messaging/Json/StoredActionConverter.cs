using System.Text.Json;
using System.Text.Json.Serialization;

namespace Line.Messaging.Json;

/// <summary>One action that this library does not know must not make the list of all rich menus unreadable.</summary>
internal sealed class StoredActionConverter : JsonConverter<LineAction>
{
    public override LineAction Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var fields = new JsonFields(document.RootElement);
        return fields.Text("type") is var type && Known(type)
            ? document.RootElement.Deserialize(LineJson.Wire.LineAction)!
            : new UnknownAction(type, fields.TextOrNull("label"));
    }

    public override void Write(Utf8JsonWriter writer, LineAction value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, LineJson.Wire.LineAction);

    private static bool Known(string type) =>
        LineJson.Wire.LineAction.PolymorphismOptions!.DerivedTypes.Any(known => known.TypeDiscriminator is string name && name == type);
}
