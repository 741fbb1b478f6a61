using Microsoft.Extensions.Options;

namespace LineBot.Webhook.Recordings;

/// <summary>
/// Writes the recording, masked: a text is kept once enough different chats had it, by <see cref="SharedTexts"/>. It takes a quarter
/// of one core at the most. Whatever goes wrong ends the recording with one line in the log, and nothing else.
/// </summary>
internal sealed partial class RecordingWorker(
    Recorder recorder, RecordingFolder folder, IOptions<WebhookOptions> options, TimeProvider clock, ILogger<RecordingWorker> log) : BackgroundService
{
    private const int AtOnce = 64;

    /// <summary>How much longer it rests than it writes.</summary>
    private const int Rest = 3;

    private readonly RecordingMask _mask = new(Pseudonyms.WithNewKey(), [], new SharedTexts(options.Value.RecordTextsSharedBy));
    private RecordingWriter? _writer;
    private DateTimeOffset _beganAt;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        recorder.End();
        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!recorder.IsOn)
            return;
        Log.Records(log, options.Value.RecordTo!);
        try
        {
            while (await recorder.Waiting.WaitToReadAsync(CancellationToken.None))
            {
                var started = clock.GetTimestamp();
                for (var i = 0; i < AtOnce && recorder.Waiting.TryRead(out var taken); i++)
                    Write(taken);
                _writer?.Flush();
                await Task.Delay(Rest * clock.GetElapsedTime(started), clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            _writer?.Dispose();
        }
        catch (Exception e)
        {
            Log.Stopped(log, e);
            recorder.End();
            Abandon();
        }
    }

    private void Write(Taken taken)
    {
        recorder.Wrote(taken);
        if (Recordable(taken.Entry) is not { } entry)
            return;
        if (_writer is null || _writer.Length >= folder.FullAt)
        {
            _writer?.Dispose();
            _beganAt = taken.At;
            _writer = folder.Begin(_mask, _beganAt);
        }
        // A call that began before the file did is one of a webhook in the file before.
        var at = taken.At > _beganAt ? taken.At - _beganAt : TimeSpan.Zero;
        if (recorder.TakeLost() is > 0 and var lost)
            _writer.Write(new RecordedGap(at, lost));
        _writer.Write(entry with { At = at });
    }

    /// <summary>Without what is no JSON, or nested deeper than anything of LINE's; null where nothing is left.</summary>
    private static RecordedEntry? Recordable(RecordedEntry entry) => entry switch
    {
        RecordedWebhook webhook => RecordedJson.IsWebhook(webhook.Body) ? webhook : null,
        RecordedCall call => call with
        {
            Body = call.Body is { } body ? RecordedJson.Of(body) : (ReadOnlyMemory<byte>?)null,
            Answer = call.Answer is { } answer ? RecordedJson.Of(answer) : (ReadOnlyMemory<byte>?)null,
        },
        _ => entry,
    };

    private void Abandon()
    {
        while (recorder.Waiting.TryRead(out _))
        {
            // Nobody will write it.
        }
        try
        {
            _writer?.Dispose();
        }
        catch (IOException)
        {
            // A full disk takes the last lines no more than those before; that was told.
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Webhooks and answers are recorded, masked, in {Folder}")]
        public static partial void Records(ILogger logger, string folder);

        [LoggerMessage(LogLevel.Warning, "The recording has stopped; the service goes on without it")]
        public static partial void Stopped(ILogger logger, Exception failure);
    }
}
