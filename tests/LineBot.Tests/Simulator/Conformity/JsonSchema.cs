using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace LineBot.Tests.Simulator.Conformity;

/// <summary>
/// Holds JSON against the schemas of one OpenAPI document, with the keywords that LINE's use.
/// A property that the schema does not name is a fault too: what LINE does not send, the simulator is not to send.
/// </summary>
internal sealed class JsonSchema(JsonElement document)
{
    public List<string> FaultsOf(JsonElement value, JsonElement schema, string path = "$")
    {
        List<string> faults = [];
        Check(value, schema, path, faults);
        return faults;
    }

    private void Check(JsonElement value, JsonElement schema, string path, List<string> faults)
    {
        schema = Chosen(Resolved(schema), value, path, faults);
        if (value.ValueKind == JsonValueKind.Null)
        {
            if (!Is(schema, "nullable"))
                faults.Add($"{path} is null");
            return;
        }
        CheckEnum(value, schema, path, faults);
        switch (TypeOf(schema))
        {
            case "object":
                CheckObject(value, schema, path, faults);
                break;
            case "array" when Expect(value, path, faults, JsonValueKind.Array):
                CheckArray(value, schema, path, faults);
                break;
            case "string" when Expect(value, path, faults, JsonValueKind.String):
                CheckText(value.GetString()!, schema, path, faults);
                break;
            case "integer" or "number" when Expect(value, path, faults, JsonValueKind.Number):
                CheckNumber(value, schema, path, faults);
                break;
            case "boolean":
                Expect(value, path, faults, JsonValueKind.True, JsonValueKind.False);
                break;
        }
    }

    private void CheckObject(JsonElement value, JsonElement schema, string path, List<string> faults)
    {
        if (!Expect(value, path, faults, JsonValueKind.Object))
            return;
        var (properties, required) = MembersOf(schema);
        foreach (var property in value.EnumerateObject())
        {
            if (properties.TryGetValue(property.Name, out var its))
                Check(property.Value, its, $"{path}.{property.Name}", faults);
            else if (schema.TryGetProperty("additionalProperties", out var others) && others.ValueKind == JsonValueKind.Object)
                Check(property.Value, others, $"{path}.{property.Name}", faults);
            else
                faults.Add($"{path}.{property.Name} is unknown to LINE");
        }
        faults.AddRange(required.Where(name => !value.TryGetProperty(name, out _)).Select(name => $"{path}.{name} is missing"));
    }

    private void CheckArray(JsonElement value, JsonElement schema, string path, List<string> faults)
    {
        Bound(value.GetArrayLength(), schema, "minItems", "maxItems", path, faults);
        var index = 0;
        foreach (var item in value.EnumerateArray())
            Check(item, schema.GetProperty("items"), $"{path}[{index++}]", faults);
    }

    private static void CheckText(string text, JsonElement schema, string path, List<string> faults)
    {
        Bound(text.Length, schema, "minLength", "maxLength", path, faults);
        if (schema.TryGetProperty("pattern", out var pattern) && !Regex.IsMatch(text, pattern.GetString()!))
            faults.Add($"{path} '{text}' is not like {pattern}");
        var isRight = !schema.TryGetProperty("format", out var format) || format.GetString() switch
        {
            "date-time" => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _),
            "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
            _ => true,
        };
        if (!isRight)
            faults.Add($"{path} '{text}' is no {format}");
    }

    private static void CheckNumber(JsonElement value, JsonElement schema, string path, List<string> faults)
    {
        Bound(value.GetDouble(), schema, "minimum", "maximum", path, faults);
        if (TypeOf(schema) == "integer" && !value.TryGetInt64(out _))
            faults.Add($"{path} {value} is no integer");
        if (schema.TryGetProperty("format", out var format) && format.GetString() == "int32" && !value.TryGetInt32(out _))
            faults.Add($"{path} {value} is no 32-bit integer");
    }

    private static void CheckEnum(JsonElement value, JsonElement schema, string path, List<string> faults)
    {
        if (schema.TryGetProperty("enum", out var words) && !words.EnumerateArray().Any(word => JsonElement.DeepEquals(word, value)))
            faults.Add($"{path} '{value}' is none of {string.Join(", ", words.EnumerateArray())}");
    }

    private static void Bound(double count, JsonElement schema, string least, string most, string path, List<string> faults)
    {
        if (schema.TryGetProperty(least, out var low) && count < low.GetDouble())
            faults.Add($"{path} has {count}, fewer than {low}");
        if (schema.TryGetProperty(most, out var high) && count > high.GetDouble())
            faults.Add($"{path} has {count}, more than {high}");
    }

    private static bool Expect(JsonElement value, string path, List<string> faults, params JsonValueKind[] kinds)
    {
        if (kinds.Contains(value.ValueKind))
            return true;
        faults.Add($"{path} is {value.ValueKind}, not {kinds[0]}");
        return false;
    }

    /// <summary>A schema with a discriminator stands for one of several: the one that the value names.</summary>
    private JsonElement Chosen(JsonElement schema, JsonElement value, string path, List<string> faults)
    {
        if (!schema.TryGetProperty("discriminator", out var discriminator) || value.ValueKind != JsonValueKind.Object)
            return schema;
        var name = discriminator.GetProperty("propertyName").GetString()!;
        if (value.TryGetProperty(name, out var kind) && kind.ValueKind == JsonValueKind.String
            && discriminator.GetProperty("mapping").TryGetProperty(kind.GetString()!, out var chosen))
        {
            return Pointed(chosen.GetString()!);
        }
        faults.Add($"{path}.{name} names nothing that LINE knows");
        return schema;
    }

    private (Dictionary<string, JsonElement> Properties, HashSet<string> Required) MembersOf(JsonElement schema)
    {
        var (properties, required) = (new Dictionary<string, JsonElement>(), new HashSet<string>());
        Collect(schema);
        return (properties, required);

        void Collect(JsonElement part)
        {
            part = Resolved(part);
            if (part.TryGetProperty("allOf", out var all))
                all.EnumerateArray().ToList().ForEach(Collect);
            if (part.TryGetProperty("properties", out var own))
                own.EnumerateObject().ToList().ForEach(property => properties[property.Name] = property.Value);
            if (part.TryGetProperty("required", out var names))
                required.UnionWith(names.EnumerateArray().Select(name => name.GetString()!));
        }
    }

    private static string? TypeOf(JsonElement schema) =>
        schema.TryGetProperty("type", out var type) ? type.GetString()
        : schema.TryGetProperty("properties", out _) || schema.TryGetProperty("allOf", out _) ? "object"
        : null;

    private static bool Is(JsonElement schema, string keyword) => schema.TryGetProperty(keyword, out var value) && value.ValueKind == JsonValueKind.True;

    private JsonElement Resolved(JsonElement schema)
    {
        while (schema.TryGetProperty("$ref", out var pointer))
            schema = Pointed(pointer.GetString()!);
        return schema;
    }

    private JsonElement Pointed(string pointer) =>
        pointer.TrimStart('#', '/').Split('/').Aggregate(document, (at, name) => at.GetProperty(name));
}
