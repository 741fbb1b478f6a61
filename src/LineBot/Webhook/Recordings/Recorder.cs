using System.Threading.Channels;
using Microsoft.Extensions.Options;

namespace LineBot.Webhook.Recordings;

/// <summary>
/// Takes what goes over the wire for the recording, where one is asked for (<c>Webhook:RecordTo</c>). Taking is all that happens beside the
/// service's own work: what does not fit between here and the writer is left out and counted, and nobody ever waits.
/// </summary>
public sealed class Recorder(IOptions<WebhookOptions> options)
{
    private const int MostWaiting = 4_096;
    private const long MostBytes = 8 * 1024 * 1024;

    private readonly Channel<Taken> _taken = Channel.CreateBounded<Taken>(MostWaiting);
    private volatile bool _isOn = !string.IsNullOrWhiteSpace(options.Value.RecordTo);
    private long _bytes;
    private int _lost;

    public bool IsOn => _isOn;

    /// <summary>What waits to be written.</summary>
    internal ChannelReader<Taken> Waiting => _taken.Reader;

    /// <summary>A webhook that was rightly signed and readable.</summary>
    public void Note(ReadOnlyMemory<byte> body, DateTimeOffset at, int status)
    {
        if (_isOn)
            Take(new Taken(at, new RecordedWebhook(TimeSpan.Zero, body, status), body.Length));
    }

    /// <summary>A call of LINE's API.</summary>
    public void Note(DateTimeOffset at, string method, string path, ReadOnlyMemory<byte>? body, int? status, ReadOnlyMemory<byte>? answer)
    {
        if (_isOn)
            Take(new Taken(at, new RecordedCall(TimeSpan.Zero, method, path, body, status, answer), (body?.Length ?? 0) + (answer?.Length ?? 0)));
    }

    /// <summary>One of those that waited is written.</summary>
    internal void Wrote(Taken taken) => Interlocked.Add(ref _bytes, -taken.Bytes);

    /// <summary>How many were left out since this was last asked.</summary>
    internal int TakeLost() => Interlocked.Exchange(ref _lost, 0);

    /// <summary>Nothing more is taken; what waits is still written.</summary>
    internal void End()
    {
        _isOn = false;
        _taken.Writer.TryComplete();
    }

    private void Take(Taken taken)
    {
        if (Interlocked.Add(ref _bytes, taken.Bytes) <= MostBytes && _taken.Writer.TryWrite(taken))
            return;
        Interlocked.Add(ref _bytes, -taken.Bytes);
        Interlocked.Increment(ref _lost);
    }
}

/// <summary>Something that waits to be written.</summary>
internal sealed record Taken(DateTimeOffset At, RecordedEntry Entry, int Bytes);
