using System.Text.Json;

namespace LineBot.Cli.Replay;

/// <summary>Looks into JSON that may be anything.</summary>
internal static class JsonLook
{
    public static JsonElement? Child(this JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var child) ? child : null;

    /// <summary>A property's text; null where there is none, or one that is no valid Unicode.</summary>
    public static string? Text(this JsonElement json, string name)
    {
        try
        {
            return json.Child(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    public static IEnumerable<JsonElement> Items(this JsonElement json, string name) =>
        json.Child(name) is { ValueKind: JsonValueKind.Array } items ? items.EnumerateArray() : [];
}
