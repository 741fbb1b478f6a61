using System.Text.Json;
using LineBot.Webhook.Recordings;

namespace LineBot.Cli.Replay;

/// <summary>
/// Reads what can be replayed: recordings, single webhook bodies, JSON Lines of bodies, and HAR. It is told by what a file holds, not by its name.
/// All files are read and checked before the first webhook is sent, so that a half-written one stops the whole run and not its middle.
/// </summary>
internal sealed class ReplayFiles(Shell shell)
{
    private readonly ReplayFileFaults _faults = new(shell);

    /// <returns>One file after the other; in each, what was recorded in the order in which it began.</returns>
    public IReadOnlyList<PlacedEntry> Read(IEnumerable<FileInfo> files)
    {
        var all = new List<PlacedEntry>();
        var since = TimeSpan.Zero;
        foreach (var file in files)
        {
            var entries = EntriesOf(file);
            all.AddRange(entries.Select(placed => placed with { Entry = placed.Entry with { At = since + placed.Entry.At } }));
            since += entries.Count == 0 ? TimeSpan.Zero : entries.Max(placed => placed.Entry.At);
        }
        return all;
    }

    private IReadOnlyList<PlacedEntry> EntriesOf(FileInfo file)
    {
        var bytes = BytesOf(file);
        if (RecordingReader.IsRecording(bytes))
            return RecordingIn(file, bytes);
        if (Parsed(bytes) is not { } whole)
            return IsLines(file, bytes) ? [.. LinesIn(file, bytes)] : throw _faults.NotJson(file.Name, Broken(bytes), lines: 0);
        using (whole)
        {
            if (Har.IsHar(whole.RootElement))
                return Har.Read(file.Name, whole.RootElement) is { Count: > 0 } entries ? entries : throw _faults.NoWebhookInHar(file);
            return RecordedJson.IsWebhook(whole.RootElement)
                ? [new PlacedEntry(file.Name, new RecordedWebhook(TimeSpan.Zero, bytes, null))]
                : throw _faults.NoWebhook(IsLines(file, bytes) ? $"{file.Name}:1" : file.Name);
        }
    }

    private byte[] BytesOf(FileInfo file)
    {
        if (!file.Exists)
            throw _faults.Missing(file);
        try
        {
            return File.ReadAllBytes(file.FullName) is { Length: > 0 } bytes ? bytes : throw _faults.Empty(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw _faults.Unreadable(file, e);
        }
    }

    private List<PlacedEntry> RecordingIn(FileInfo file, byte[] bytes)
    {
        try
        {
            return [.. RecordingReader.Read(bytes).Entries.Select(entry => new PlacedEntry($"{file.Name}:{entry.Line}", entry))];
        }
        catch (RecordingFormatException e)
        {
            throw _faults.Of(file.Name, e);
        }
    }

    private IEnumerable<PlacedEntry> LinesIn(FileInfo file, byte[] bytes)
    {
        long? first = null;
        foreach (var (line, number) in Lines(bytes))
        {
            var place = $"{file.Name}:{number}";
            using var body = Parsed(line) ?? throw _faults.NotJson($"{place}:{Broken(line)?.BytePositionInLine + 1}", null, number);
            if (!RecordedJson.IsWebhook(body.RootElement))
                throw _faults.NoWebhook(place);
            // Bodies carry no time of their own; their events do.
            var at = TimestampOf(body.RootElement);
            first ??= at;
            yield return new PlacedEntry(place, new RecordedWebhook(TimeSpan.FromMilliseconds(Math.Max(0, (at - first) ?? 0)), line, null));
        }
    }

    private static bool IsLines(FileInfo file, byte[] bytes) =>
        file.Extension is ".jsonl" or ".ndjson" || (Lines(bytes).Take(2).ToList() is [var (first, _), _] && Parsed(first) is not null);

    private static IEnumerable<(byte[] Line, int Number)> Lines(byte[] bytes)
    {
        for (var (start, number) = (0, 1); start < bytes.Length; number++)
        {
            var length = bytes.AsSpan(start).IndexOf((byte)'\n');
            var line = bytes.AsSpan(start, length < 0 ? bytes.Length - start : length).Trim(" \t\r"u8).ToArray();
            start += length < 0 ? bytes.Length - start : length + 1;
            if (line.Length > 0)
                yield return (line, number);
        }
    }

    private static JsonDocument? Parsed(byte[] json) => Broken(json) is null ? JsonDocument.Parse(json) : null;

    private static JsonException? Broken(byte[] json)
    {
        try
        {
            JsonDocument.Parse(json).Dispose();
            return null;
        }
        catch (JsonException e)
        {
            return e;
        }
    }

    private static long? TimestampOf(JsonElement body) => body.GetProperty("events").EnumerateArray()
        .Select(e => e.ValueKind == JsonValueKind.Object && e.TryGetProperty("timestamp", out var timestamp) && timestamp.ValueKind == JsonValueKind.Number
            && timestamp.TryGetInt64(out var milliseconds) ? milliseconds : (long?)null).FirstOrDefault();
}
