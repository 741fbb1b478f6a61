using System.Text.Json;

namespace LineBot.Cli.Replay;

/// <summary>Looks into JSON that may be anything.</summary>
internal static class JsonLook
{
    public static JsonElement? Child(this JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var child) ? child : null;

    /// <summary>A property's text; null where there is none.</summary>
    public static string? Text(this JsonElement json, string name) => json.Child(name) is { ValueKind: JsonValueKind.String } text ? text.TextOrRaw() : null;

    /// <summary>A string's text; one that is no valid Unicode as it is written.</summary>
    public static string TextOrRaw(this JsonElement text)
    {
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return text.GetRawText();
        }
    }

    public static IEnumerable<JsonElement> Items(this JsonElement json, string name) =>
        json.Child(name) is { ValueKind: JsonValueKind.Array } items ? items.EnumerateArray() : [];
}
