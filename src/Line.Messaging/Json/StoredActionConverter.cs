using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Line.Messaging.Json;

/// <summary>One action that this library does not know must not make the list of all rich menus unreadable.</summary>
internal sealed class StoredActionConverter : JsonConverter<LineAction>
{
    public override LineAction Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var fields = new JsonFields(document.RootElement);
        var (type, label) = (fields.Text("type"), fields.TextOrNull("label"));
        if (!Known(type))
            return new UnknownAction(type, label);
        // In a rich menu, and nowhere else where an action is read, the label may be left out.
        var action = JsonObject.Create(document.RootElement)!;
        action["label"] = label;
        return action.Deserialize(LineJson.Wire.LineAction)!;
    }

    public override void Write(Utf8JsonWriter writer, LineAction value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, LineJson.Wire.LineAction);

    private static bool Known(string type) =>
        LineJson.Wire.LineAction.PolymorphismOptions!.DerivedTypes.Any(known => known.TypeDiscriminator is string name && name == type);
}
