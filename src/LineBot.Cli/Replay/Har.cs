using System.Text;
using System.Text.Json;
using LineBot.Webhook.Recordings;

namespace LineBot.Cli.Replay;

/// <summary>
/// Webhooks, and calls of LINE's API, out of an HTTP archive as proxies and browsers write it. See http://www.softwareishard.com/blog/har-12-spec/.
/// </summary>
internal static class Har
{
    private static readonly RecordingMask Volatile = new(Pseudonyms.None, [], shared: null);

    public static bool IsHar(JsonElement json) =>
        json.Child("log") is { } log && log.Child("entries") is { ValueKind: JsonValueKind.Array };

    /// <returns>Empty where there is no webhook in it.</returns>
    public static IReadOnlyList<PlacedEntry> Read(string file, JsonElement har)
    {
        var exchanges = har.GetProperty("log").GetProperty("entries").EnumerateArray().Select((entry, index) => (Entry: entry, Index: index)).ToList();
        var began = exchanges.Select(exchange => StartOf(exchange.Entry)).Min();
        var all = exchanges.SelectMany(exchange => EntryOf(exchange.Entry, (StartOf(exchange.Entry) - began) ?? TimeSpan.Zero)
            .Select(entry => new PlacedEntry($"{file}: log.entries[{exchange.Index}]", entry))).ToList();
        return all.Exists(placed => placed.Entry is RecordedWebhook)
            ? [.. all.OrderBy(placed => placed.Entry.At).ThenBy(placed => placed.Entry is RecordedCall)]
            : [];
    }

    private static IEnumerable<RecordedEntry> EntryOf(JsonElement entry, TimeSpan at)
    {
        if (entry.Child("request") is not { } request || request.Text("method") is not { } method || !Uri.TryCreate(request.Text("url"), UriKind.Absolute, out var url))
            yield break;
        var body = ContentOf(request.Child("postData"));
        int? status = entry.Child("response")?.Child("status") is { ValueKind: JsonValueKind.Number } code && code.TryGetInt32(out var number) && number > 0 ? number : null;
        if (method == "POST" && body is { } posted && RecordedJson.IsWebhook(posted))
            yield return new RecordedWebhook(at, posted, status);
        else if (url.AbsolutePath.StartsWith("/v2/bot/", StringComparison.Ordinal))
            yield return Volatile.Of(new RecordedCall(at, method, url.PathAndQuery, body, status, ContentOf(entry.Child("response")?.Child("content"))));
    }

    private static DateTimeOffset? StartOf(JsonElement entry) =>
        entry.Child("startedDateTime") is { ValueKind: JsonValueKind.String } started && started.TryGetDateTimeOffset(out var at) ? at : null;

    /// <summary>A body that is JSON; some tools write it in base64.</summary>
    private static ReadOnlyMemory<byte>? ContentOf(JsonElement? content)
    {
        if (content?.Text("text") is not { } text)
            return null;
        if (content.Value.Text("encoding") != "base64")
            return RecordedJson.Of(Encoding.UTF8.GetBytes(text));
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? RecordedJson.Of(bytes.AsMemory(0, length)) : null;
    }
}
