using System.Text.Json;

namespace LineBot.Webhook.Recordings;

/// <summary>What can be recorded of the bytes that went over the wire.</summary>
public static class RecordedJson
{
    /// <summary>Nothing of LINE's is nested nearly as deep.</summary>
    internal const int MaxDepth = 64;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = MaxDepth };

    /// <summary>The bytes, where they are a JSON object or array; null for all else: pictures, forms, nonsense.</summary>
    public static ReadOnlyMemory<byte>? Of(ReadOnlyMemory<byte> bytes) =>
        Holds(bytes, json => json.ValueKind is JsonValueKind.Object or JsonValueKind.Array) ? bytes : (ReadOnlyMemory<byte>?)null;

    /// <summary>Whether bytes are what LINE posts: an object with an array of events.</summary>
    public static bool IsWebhook(ReadOnlyMemory<byte> bytes) => Holds(bytes, IsWebhook);

    public static bool IsWebhook(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty("events", out var events) && events.ValueKind == JsonValueKind.Array;

    private static bool Holds(ReadOnlyMemory<byte> bytes, Func<JsonElement, bool> what)
    {
        try
        {
            using var json = JsonDocument.Parse(bytes, Options);
            return what(json.RootElement);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
