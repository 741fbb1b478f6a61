using System.Text.Json;
using System.Text.RegularExpressions;

namespace Line.Messaging.Tests.OpenApi;

/// <summary>
/// Holds JSON against a schema, strictly: a property that the schema does not name is a fault, as is one it requires and does not get.
/// </summary>
public sealed class SchemaCheck(LineOpenApi api)
{
    private readonly List<string> _faults = [];

    /// <summary>Each schema's properties that were seen, written <c>FlexText.wrap</c>.</summary>
    public HashSet<string> Seen { get; } = [];

    public IReadOnlyList<string> Faults => _faults;

    public void Check(JsonElement value, string schemaName) => Check(value, api.Schema(schemaName), schemaName, schemaName);

    public void Check(JsonElement value, JsonElement schema, string path, string? owner = null)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            var name = LineOpenApi.NameOf(reference.GetString()!);
            Check(value, api.Schema(name), path, name);
            return;
        }
        if (schema.TryGetProperty("oneOf", out var choices))
        {
            CheckOneOf(value, choices, path);
            return;
        }
        if (Choose(value, schema, path) is { } chosen)
        {
            CheckObject(value, api.Schema(chosen), path, chosen);
            return;
        }
        if (IsObject(schema))
            CheckObject(value, schema, path, owner);
        else
            CheckValue(value, schema, path);
    }

    private static bool IsObject(JsonElement schema) =>
        schema.TryGetProperty("properties", out _) || schema.TryGetProperty("allOf", out _)
        || schema.TryGetProperty("additionalProperties", out _) || TypeOf(schema) == "object";

    private static string? TypeOf(JsonElement schema) => schema.TryGetProperty("type", out var type) ? type.GetString() : null;

    /// <summary>The schema that the discriminator names for this value.</summary>
    private string? Choose(JsonElement value, JsonElement schema, string path)
    {
        if (!schema.TryGetProperty("discriminator", out var discriminator))
            return null;
        var property = discriminator.GetProperty("propertyName").GetString()!;
        var kind = value.ValueKind == JsonValueKind.Object && value.TryGetProperty(property, out var named) ? named.GetString()! : "(none)";
        if (discriminator.GetProperty("mapping").TryGetProperty(kind, out var mapped))
            return LineOpenApi.NameOf(mapped.GetString()!);
        Fault(path, $"no schema for {property} '{kind}'");
        return null;
    }

    private void CheckOneOf(JsonElement value, JsonElement choices, string path)
    {
        var tries = choices.EnumerateArray().Select(choice =>
        {
            var attempt = new SchemaCheck(api);
            attempt.Check(value, choice, path);
            return attempt;
        }).ToList();
        if (!tries.Exists(attempt => attempt.Faults.Count == 0))
            _faults.AddRange(tries[0].Faults);
    }

    private void CheckObject(JsonElement value, JsonElement schema, string path, string? owner)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            Fault(path, $"an object expected, {value.ValueKind} found");
            return;
        }
        var properties = new Dictionary<string, JsonElement>();
        var required = new HashSet<string>();
        JsonElement? others = null;
        Collect(schema, properties, required, ref others);

        foreach (var name in required.Where(name => !value.TryGetProperty(name, out _)))
            Fault(path, $"'{name}' is required");
        foreach (var property in value.EnumerateObject())
        {
            if (properties.TryGetValue(property.Name, out var known))
            {
                Seen.Add($"{owner}.{property.Name}");
                Check(property.Value, known, $"{path}.{property.Name}");
            }
            else if (others is { ValueKind: JsonValueKind.Object } any)
            {
                Check(property.Value, any, $"{path}.{property.Name}");
            }
            else
            {
                Fault(path, $"unknown property '{property.Name}'");
            }
        }
    }

    /// <summary>All properties of a schema, with those of the schemas it is made of.</summary>
    public void Collect(
        JsonElement schema, Dictionary<string, JsonElement> properties, HashSet<string> required, ref JsonElement? others)
    {
        if (schema.TryGetProperty("$ref", out var reference))
            schema = api.Resolve(reference.GetString()!);
        if (schema.TryGetProperty("allOf", out var parts))
        {
            foreach (var part in parts.EnumerateArray())
                Collect(part, properties, required, ref others);
        }
        if (schema.TryGetProperty("properties", out var own))
        {
            foreach (var property in own.EnumerateObject())
                properties[property.Name] = property.Value;
        }
        if (schema.TryGetProperty("required", out var names))
            required.UnionWith(names.EnumerateArray().Select(name => name.GetString()!));
        if (schema.TryGetProperty("additionalProperties", out var any))
            others = any;
    }

    private void CheckValue(JsonElement value, JsonElement schema, string path)
    {
        switch (TypeOf(schema))
        {
            case "string" when value.ValueKind == JsonValueKind.String:
                CheckText(value.GetString()!, schema, path);
                break;
            case "integer" when value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number):
                CheckRange(number, schema, path);
                break;
            case "number" when value.ValueKind == JsonValueKind.Number:
                CheckRange(value.GetDouble(), schema, path);
                break;
            case "boolean" when value.ValueKind is JsonValueKind.True or JsonValueKind.False:
                break;
            case "array" when value.ValueKind == JsonValueKind.Array:
                CheckArray(value, schema, path);
                break;
            default:
                Fault(path, $"{TypeOf(schema)} expected, {value.ValueKind} found");
                break;
        }
    }

    private void CheckText(string text, JsonElement schema, string path)
    {
        if (schema.TryGetProperty("enum", out var words) && !words.EnumerateArray().Any(word => word.GetString() == text))
            Fault(path, $"'{text}' is none of {words}");
        if (schema.TryGetProperty("pattern", out var pattern) && !Regex.IsMatch(text, pattern.GetString()!))
            Fault(path, $"'{text}' does not match {pattern}");
        if (schema.TryGetProperty("maxLength", out var max) && text.Length > max.GetInt32())
            Fault(path, $"longer than {max}");
        if (schema.TryGetProperty("minLength", out var min) && text.Length < min.GetInt32())
            Fault(path, $"shorter than {min}");
        if (schema.TryGetProperty("format", out var format) && format.GetString() == "uri" && !Uri.TryCreate(text, UriKind.Absolute, out _))
            Fault(path, "no address");
    }

    private void CheckRange(double number, JsonElement schema, string path)
    {
        if (schema.TryGetProperty("minimum", out var min) && number < min.GetDouble())
            Fault(path, $"less than {min}");
        if (schema.TryGetProperty("maximum", out var max) && number > max.GetDouble())
            Fault(path, $"more than {max}");
    }

    private void CheckArray(JsonElement value, JsonElement schema, string path)
    {
        if (schema.TryGetProperty("maxItems", out var max) && value.GetArrayLength() > max.GetInt32())
            Fault(path, $"more than {max} items");
        if (schema.TryGetProperty("minItems", out var min) && value.GetArrayLength() < min.GetInt32())
            Fault(path, $"fewer than {min} items");
        var i = 0;
        foreach (var item in value.EnumerateArray())
            Check(item, schema.GetProperty("items"), $"{path}[{i++}]");
    }

    private void Fault(string path, string what) => _faults.Add($"{path}: {what}");
}
