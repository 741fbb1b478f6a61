using System.Runtime.InteropServices;
using System.Text.Json;

namespace Line.Messaging.Json;

/// <summary>
/// The properties of a received object. Absent and null are the same; a value of another type than LINE documents
/// is a <see cref="JsonException"/>, which <see cref="WebhookEvent.Parse"/> turns into an unknown event.
/// </summary>
internal readonly struct JsonFields
{
    private readonly JsonElement _element;

    public JsonFields(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
            throw new JsonException("Expected an object.");
        _element = element;
    }

    public string Text(string name) => TextOrNull(name) ?? throw Missing(name);

    public string? TextOrNull(string name) => Find(name) is { } value ? TextOf(value, name) : null;

    /// <summary>An ID that LINE's text calls a number, and its examples and OpenAPI a string.</summary>
    public string TextOrDigits(string name) =>
        Find(name) is { ValueKind: JsonValueKind.Number } digits ? digits.GetRawText() : Text(name);

    public long Number(string name) => NumberOrNull(name) ?? throw Missing(name);

    public long? NumberOrNull(string name) =>
        Find(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number
        : throw Wrong(name);

    public int Position(string name) =>
        Number(name) is >= 0 and <= int.MaxValue and var number ? (int)number : throw Wrong(name);

    public int? PositionOrNull(string name) => Find(name) is null ? null : Position(name);

    public double Decimal(string name) =>
        Find(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetDouble(out var number) ? number : throw Wrong(name);

    public bool? FlagOrNull(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        _ => throw Wrong(name),
    };

    public JsonFields Object(string name) => ObjectOrNull(name) ?? throw Missing(name);

    public JsonFields? ObjectOrNull(string name) => Find(name) is { } value ? new JsonFields(value) : null;

    public IReadOnlyList<T> List<T>(string name, Func<JsonElement, T> read)
    {
        if (Find(name) is not { } value)
            return [];
        return value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(read)] : throw Wrong(name);
    }

    public IReadOnlyList<string> Texts(string name) => List(name, value => TextOf(value, name));

    public IEnumerable<(string Name, JsonElement Value)> All() =>
        _element.EnumerateObject().Select(property => (property.Name, property.Value));

    public static string TextOf(JsonElement value, string name)
    {
        if (value.ValueKind != JsonValueKind.String)
            throw Wrong(name);
        var quoted = JsonMarshal.GetRawUtf8Value(value);
        var inner = quoted[1..^1];
        return JsonText.Unescape(inner, inner.Contains((byte)'\\'));
    }

    private JsonElement? Find(string name) =>
        _element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static JsonException Missing(string name) => new($"'{name}' is missing.");

    private static JsonException Wrong(string name) => new($"'{name}' is not of the documented type.");
}
