using System.Text.Json;

namespace LineBot.Simulator.Platform.Rules;

/// <summary>The properties that an object of the API has, and no others.</summary>
internal sealed class Shape(params IReadOnlyList<Field> fields)
{
    private readonly Dictionary<string, Field> _fields = fields.ToDictionary(field => field.Name);

    public IReadOnlyList<Field> Fields { get; } = fields;

    /// <summary>What no single property can break.</summary>
    public Rule? Whole { get; init; }

    /// <exception cref="Refusal">The body is not as LINE wants it.</exception>
    public void Check(JsonElement body)
    {
        var faults = new List<RefusalDetail>();
        Check(body, "", faults);
        if (faults.Count > 0)
            throw Refusal.Of(faults);
    }

    public void Check(JsonElement value, string path, List<RefusalDetail> faults)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            faults.Add(new("must be an object", path));
            return;
        }
        var before = faults.Count;
        foreach (var property in value.EnumerateObject())
        {
            var at = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
            if (_fields.TryGetValue(property.Name, out var field))
                field.Rule(property.Value, at, faults);
            else
                faults.Add(new("unknown field", at));
        }
        foreach (var field in Fields)
        {
            if (field.IsRequired && !value.TryGetProperty(field.Name, out _))
                faults.Add(new("must be specified", path.Length == 0 ? field.Name : $"{path}.{field.Name}"));
        }
        if (faults.Count == before)
            Whole?.Invoke(value, path, faults);
    }
}

internal sealed record Field(string Name, Rule Rule, bool IsRequired)
{
    public static Field Must(string name, Rule rule) => new(name, rule, true);

    public static Field May(string name, Rule rule) => new(name, rule, false);
}
