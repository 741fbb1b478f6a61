using System.Globalization;
using System.Text.Json;

namespace LineBot.Simulator.Phones;

/// <summary>Reads what a bot sent without trusting its shape: a property of the wrong kind counts as absent.</summary>
internal static class JsonReading
{
    private static readonly JsonElement Nothing = JsonDocument.Parse("null").RootElement;

    public static string? Text(this JsonElement element, string name) =>
        element.TryGet(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static bool Flag(this JsonElement element, string name) =>
        element.TryGet(name, out var value) && value.ValueKind == JsonValueKind.True;

    public static int? Whole(this JsonElement element, string name) =>
        element.TryGet(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;

    public static double? Decimal(this JsonElement element, string name) =>
        element.TryGet(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) ? number : null;

    /// <summary>The object under a name, or an element of kind Null, which reads as an object without properties.</summary>
    public static JsonElement Child(this JsonElement element, string name) =>
        element.TryGet(name, out var value) && value.ValueKind == JsonValueKind.Object ? value : Nothing;

    public static IReadOnlyList<JsonElement> Items(this JsonElement element, string name) =>
        element.TryGet(name, out var value) && value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [];

    public static bool Exists(this JsonElement element) => element.ValueKind == JsonValueKind.Object;

    /// <summary>A property as a reader would write it, whatever its kind; for ids that bots send as text or as number.</summary>
    public static string? Written(this JsonElement element, string name) =>
        !element.TryGet(name, out var value) ? null : value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetDouble().ToString(CultureInfo.InvariantCulture),
            _ => null,
        };

    private static bool TryGet(this JsonElement element, string name, out JsonElement value)
    {
        value = default;
        return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out value);
    }
}
