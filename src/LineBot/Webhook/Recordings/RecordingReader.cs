using System.Text;
using System.Text.Json;

namespace LineBot.Webhook.Recordings;

/// <summary>Reads recordings.</summary>
public static class RecordingReader
{
    // A line is one level around what is recorded.
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = RecordedJson.MaxDepth + 1 };

    /// <summary>Whether a text's first line is that of a recording, whatever its version.</summary>
    public static bool IsRecording(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOf((byte)'\n');
        try
        {
            using var first = JsonDocument.Parse(text[..(end < 0 ? text.Length : end)].ToArray());
            return first.RootElement.ValueKind == JsonValueKind.Object && first.RootElement.TryGetProperty("recording", out _);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <exception cref="RecordingFormatException">It is none, or was cut short.</exception>
    public static Recording Read(ReadOnlySpan<byte> text)
    {
        DateTimeOffset? beganAt = null;
        var entries = new List<RecordedEntry>();
        var (number, hasHeader) = (0, false);
        foreach (var range in text.Split((byte)'\n'))
        {
            number++;
            var line = text[range].Trim(" \t\r"u8);
            if (line.IsEmpty)
                continue;
            using var json = Parse(line, number);
            if (hasHeader)
                entries.Add(EntryOf(json.RootElement, number));
            else
                (beganAt, hasHeader) = (BeganAt(json.RootElement, number), true);
        }
        if (!hasHeader)
            throw new RecordingFormatException(RecordingFault.NoHeader, 1);
        // What is written when it has ended stands after what began later; a webhook goes before what came of it.
        return new Recording(beganAt, [.. entries.OrderBy(entry => entry.At).ThenBy(entry => entry is RecordedCall)]);
    }

    private static JsonDocument Parse(ReadOnlySpan<byte> line, int number)
    {
        try
        {
            return JsonDocument.Parse(line.ToArray(), Deep);
        }
        catch (JsonException e)
        {
            throw new RecordingFormatException(RecordingFault.NotJson, number, (int)(e.BytePositionInLine ?? 0) + 1);
        }
    }

    private static DateTimeOffset? BeganAt(JsonElement header, int number)
    {
        if (header.ValueKind != JsonValueKind.Object || !header.TryGetProperty("recording", out var version) || !version.TryGetInt32(out var known))
            throw new RecordingFormatException(RecordingFault.NoHeader, number);
        if (known > Recording.Version)
            throw new RecordingFormatException(RecordingFault.TooNew, number);
        return header.TryGetProperty("began", out var began) && began.ValueKind == JsonValueKind.String && began.TryGetDateTimeOffset(out var at) ? at : null;
    }

    private static RecordedEntry EntryOf(JsonElement line, int number)
    {
        if (line.ValueKind != JsonValueKind.Object || !line.TryGetProperty("at", out var since) || !since.TryGetDoubleOrNothing(out var milliseconds))
            throw new RecordingFormatException(RecordingFault.UnknownLine, number);
        var at = TimeSpan.FromMilliseconds(milliseconds);
        if (line.TryGetProperty("webhook", out var webhook) && RecordedJson.IsWebhook(webhook))
            return new RecordedWebhook(at, BytesOf(webhook), StatusOf(line)) { Line = number };
        if (line.TryGetProperty("call", out var call) && call.GetStringOrNothing()?.Split(' ', 2) is [var method, var path])
            return new RecordedCall(at, method, path, BytesOf(line, "body"), StatusOf(line), BytesOf(line, "answer")) { Line = number };
        if (line.TryGetProperty("person", out var person) && person.GetStringOrNothing() is { } userId)
            return new RecordedPerson(at, userId, line.TryGetProperty("language", out var language) ? language.GetStringOrNothing() ?? "" : "") { Line = number };
        if (line.TryGetProperty("lost", out var lost) && lost.ValueKind == JsonValueKind.Number && lost.TryGetInt32(out var count))
            return new RecordedGap(at, count) { Line = number };
        throw new RecordingFormatException(RecordingFault.UnknownLine, number);
    }

    private static bool TryGetDoubleOrNothing(this JsonElement element, out double value)
    {
        value = 0;
        return element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out value) && value is >= 0 and < 1e12;
    }

    private static string? GetStringOrNothing(this JsonElement element) => element.ValueKind == JsonValueKind.String ? element.GetString() : null;

    private static int? StatusOf(JsonElement line) =>
        line.TryGetProperty("status", out var status) && status.ValueKind == JsonValueKind.Number && status.TryGetInt32(out var code) ? code : null;

    private static ReadOnlyMemory<byte>? BytesOf(JsonElement line, string name) => line.TryGetProperty(name, out var part) ? BytesOf(part) : (ReadOnlyMemory<byte>?)null;

    private static byte[] BytesOf(JsonElement part) => Encoding.UTF8.GetBytes(part.GetRawText());
}
