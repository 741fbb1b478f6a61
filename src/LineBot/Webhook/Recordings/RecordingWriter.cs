using System.Text.Json;

namespace LineBot.Webhook.Recordings;

/// <summary>Writes recordings. Nothing gets past it without its mask.</summary>
public sealed class RecordingWriter : IDisposable
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = Recording.Json.Encoder };

    private readonly Stream _stream;
    private readonly RecordingMask _mask;

    /// <param name="stream">Gets the lines, and is closed with this.</param>
    public RecordingWriter(Stream stream, RecordingMask mask, DateTimeOffset beganAt)
    {
        (_stream, _mask) = (stream, mask);
        Line(json =>
        {
            json.WriteNumber("recording", Recording.Version);
            json.WriteString("began", beganAt.UtcDateTime);
        });
    }

    /// <summary>Bytes written so far.</summary>
    public long Length { get; private set; }

    public void Write(RecordedEntry entry) => Line(json =>
    {
        json.WriteNumber("at", Math.Round(entry.At.TotalMilliseconds, 3));
        switch (_mask.Of(entry))
        {
            case RecordedWebhook webhook:
                WriteJson(json, "webhook", webhook.Body);
                WriteStatus(json, webhook.Status);
                break;
            case RecordedCall call:
                json.WriteString("call", $"{call.Method} {call.Path}");
                WriteJson(json, "body", call.Body);
                WriteStatus(json, call.Status);
                WriteJson(json, "answer", call.Answer);
                break;
            case RecordedPerson person:
                json.WriteString("person", person.UserId);
                json.WriteString("language", person.Language);
                break;
            case RecordedGap gap:
                json.WriteNumber("lost", gap.Lost);
                break;
        }
    });

    public void Flush() => _stream.Flush();

    public void Dispose() => _stream.Dispose();

    private void Line(Action<Utf8JsonWriter> write)
    {
        // Whole lines only: what a crash cuts off is the last line at most.
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line, Readable))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        line.WriteByte((byte)'\n');
        _stream.Write(line.GetBuffer(), 0, (int)line.Length);
        Length += line.Length;
    }

    private static void WriteStatus(Utf8JsonWriter json, int? status)
    {
        if (status is { } code)
            json.WriteNumber("status", code);
    }

    /// <summary>As it was, in one line: within JSON's strings there are no line breaks.</summary>
    private static void WriteJson(Utf8JsonWriter json, string name, ReadOnlyMemory<byte>? part)
    {
        if (part is not { } bytes)
            return;
        var oneLine = bytes.ToArray();
        oneLine.AsSpan().Replace((byte)'\n', (byte)' ');
        oneLine.AsSpan().Replace((byte)'\r', (byte)' ');
        json.WritePropertyName(name);
        json.WriteRawValue(oneLine, skipInputValidation: true);
    }
}
