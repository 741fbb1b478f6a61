using System.Text.Json;
using LineBot.Webhook.Recordings;

namespace LineBot.Cli.Replay;

/// <summary>
/// Reads what can be replayed: recordings, single webhook bodies, JSON Lines of bodies, and HAR. It is told by what a file holds, not by its name.
/// All files are read and checked before the first webhook is sent, so that a half-written one stops the whole run and not its middle.
/// </summary>
internal sealed class ReplayFiles(Shell shell)
{
    /// <returns>One file after the other; in each, what was recorded in the order in which it began.</returns>
    public IReadOnlyList<PlacedEntry> Read(IEnumerable<FileInfo> files)
    {
        var all = new List<PlacedEntry>();
        foreach (var file in files)
        {
            var since = all.Count == 0 ? TimeSpan.Zero : all.Max(placed => placed.Entry.At);
            all.AddRange(EntriesOf(file).Select(placed => placed with { Entry = placed.Entry with { At = since + placed.Entry.At } }));
        }
        return all;
    }

    private IReadOnlyList<PlacedEntry> EntriesOf(FileInfo file)
    {
        var bytes = BytesOf(file);
        if (RecordingReader.IsRecording(bytes))
            return RecordingIn(file, bytes);
        if (Parsed(bytes) is not { } whole)
            return IsLines(file, bytes) ? [.. LinesIn(file, bytes)] : throw NotJson(file.Name, Broken(bytes), lines: 0);
        using (whole)
        {
            if (Har.IsHar(whole.RootElement))
                return Har.Read(file.Name, whole.RootElement) is { Count: > 0 } entries ? entries : throw NoWebhookInHar(file);
            return RecordedJson.IsWebhook(whole.RootElement)
                ? [new PlacedEntry(file.Name, new RecordedWebhook(TimeSpan.Zero, bytes, null))]
                : throw NoWebhook(IsLines(file, bytes) ? $"{file.Name}:1" : file.Name);
        }
    }

    private byte[] BytesOf(FileInfo file)
    {
        if (!file.Exists)
        {
            throw new TroubleException(
                shell.Say("記録ファイルがありません。", "There is no such recording."), file.FullName,
                shell.Say("パスを確認してください。", "Check the path."));
        }
        try
        {
            return File.ReadAllBytes(file.FullName) is { Length: > 0 } bytes
                ? bytes
                : throw new TroubleException(
                    shell.Say("記録ファイルが空です。何も送っていません。", "The recording is empty. Nothing was sent."), file.FullName,
                    shell.Say("別のファイルを指定してください。", "Give another file."));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TroubleException(
                shell.Say("記録ファイルを読めません。何も送っていません。", "The recording cannot be read. Nothing was sent."), $"{file.FullName}: {e.Message}",
                shell.Say("ファイルの権限と大きさ (2 GB まで) を確認してください。", "Check the file's permissions, and its size: 2 GB at the most."));
        }
    }

    private List<PlacedEntry> RecordingIn(FileInfo file, byte[] bytes)
    {
        try
        {
            return [.. RecordingReader.Read(bytes).Entries.Select(entry => new PlacedEntry($"{file.Name}:{entry.Line}", entry))];
        }
        catch (RecordingFormatException e) when (e.Fault == RecordingFault.NotJson)
        {
            throw NotJson($"{file.Name}:{e.Line}:{e.Column}", null, e.Line);
        }
        catch (RecordingFormatException e)
        {
            var place = $"{file.Name}:{e.Line}";
            throw e.Fault == RecordingFault.TooNew
                ? new TroubleException(
                    shell.Say("この記録は、より新しい版で作られています。何も送っていません。", "The recording was made by a newer version. Nothing was sent."), place,
                    shell.Say("この linebot を新しい版にしてください。", "Replay it with a linebot of that version."))
                : new TroubleException(
                    shell.Say("記録の行として読めません。何も送っていません。", "This is no line of a recording. Nothing was sent."), place,
                    shell.Say("その行を直すか消してください (形式は docs/recordings.md)。", "Mend that line or delete it; docs/recordings.md has the format."));
        }
    }

    private IEnumerable<PlacedEntry> LinesIn(FileInfo file, byte[] bytes)
    {
        long? first = null;
        foreach (var (line, number) in Lines(bytes))
        {
            var place = $"{file.Name}:{number}";
            using var body = Parsed(line) ?? throw NotJson($"{place}:{Broken(line)?.BytePositionInLine + 1}", null, number);
            if (!RecordedJson.IsWebhook(body.RootElement))
                throw NoWebhook(place);
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

    private TroubleException NotJson(string place, JsonException? at, int lines) => new(
        shell.Say("記録が JSON として読めません (途中で切れている可能性があります)。何も送っていません。",
            "The recording is not readable as JSON; it may be cut short. Nothing was sent."),
        at is null ? place : $"{place}:{at.LineNumber + 1}:{at.BytePositionInLine + 1}",
        lines > 0
            ? shell.Say("その行を直すか消してください。", "Mend that line or delete it.")
            : shell.Say("その記録を直すか除いてください。", "Mend that recording or leave it out."));

    private TroubleException NoWebhook(string place) => new(
        shell.Say("Webhook の本文ではありません (events がありません)。何も送っていません。",
            "This is no webhook body: it has no events array. Nothing was sent."), place,
        shell.Say("LINE から受けた本文そのものを指定してください。", "Give bodies exactly as LINE posted them."));

    private TroubleException NoWebhookInHar(FileInfo file) => new(
        shell.Say("この HAR に Webhook がありません (events をもつ POST がありません)。何も送っていません。",
            "This HAR holds no webhook: there is no POST with an events array. Nothing was sent."), file.FullName,
        shell.Say("サービスへの通信を、本文を含めて書き出してください。", "Export what went to the service, with the requests' bodies."));
}
