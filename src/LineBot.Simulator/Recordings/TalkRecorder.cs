using System.Text;
using LineBot.Simulator.Clock;
using LineBot.Simulator.Platform;
using LineBot.Webhook.Recordings;

namespace LineBot.Simulator.Recordings;

/// <summary>
/// Makes a recording of what goes over a platform's wire from the moment it is made. Times are those that passed: by how far the clock
/// was turned meanwhile nobody has to wait when it is played.
/// </summary>
public sealed class TalkRecorder : IDisposable
{
    private readonly LinePlatform _platform;
    private readonly TurnableClock? _clock;
    private readonly DateTimeOffset _beganAt;
    private readonly List<(DateTimeOffset At, TimeSpan By)> _turns = [];
    private TimeSpan _turned;

    public TalkRecorder(LinePlatform platform)
    {
        (_platform, _clock) = (platform, platform.Clock as TurnableClock);
        _beganAt = platform.Clock.GetUtcNow();
        if (_clock is null)
            return;
        _turned = _clock.Turned;
        _clock.HasTurned += NoteTurn;
    }

    /// <summary>Writes what went over the wire until now.</summary>
    /// <param name="stream">Is closed.</param>
    /// <param name="words">Names and the like, which are covered wherever they stand.</param>
    public void Write(Stream stream, IEnumerable<string> words)
    {
        using var writer = new RecordingWriter(stream, new RecordingMask(Pseudonyms.WithNewKey(), words, shared: null), _beganAt);
        foreach (var phone in _platform.Phones)
        {
            if (phone.Language is { } language)
                writer.Write(new RecordedPerson(TimeSpan.Zero, phone.UserId, language));
        }
        foreach (var entry in Entries().OrderBy(entry => entry.At).ThenBy(entry => entry is RecordedCall))
            writer.Write(entry);
    }

    public void Dispose()
    {
        if (_clock is not null)
            _clock.HasTurned -= NoteTurn;
    }

    private IEnumerable<RecordedEntry> Entries() =>
        _platform.Record.Webhooks.Where(post => post.At >= _beganAt).SelectMany(EntryOf)
            .Concat(_platform.Record.Calls.Where(call => call.At >= _beganAt).Select(EntryOf));

    /// <summary>None for what is no webhook of LINE's: nonsense that was posted to try the bot.</summary>
    private IEnumerable<RecordedEntry> EntryOf(WebhookPost post) =>
        Encoding.UTF8.GetBytes(post.Body) is var body && RecordedJson.IsWebhook(body) ? [new RecordedWebhook(Since(post.At), body, post.Status)] : [];

    private RecordedCall EntryOf(ApiCall call) =>
        new(Since(call.At), call.Method, call.Path, JsonOf(call.Body), call.Status, JsonOf(call.Answer));

    private void NoteTurn(object? sender, EventArgs e)
    {
        lock (_turns)
        {
            _turns.Add((_clock!.GetUtcNow(), _clock.Turned - _turned));
            _turned = _clock.Turned;
        }
    }

    private TimeSpan Since(DateTimeOffset at)
    {
        lock (_turns)
        {
            var since = _turns.Where(turn => turn.At <= at).Aggregate(at - _beganAt, (time, turn) => time - turn.By);
            return since > TimeSpan.Zero ? since : TimeSpan.Zero;
        }
    }

    private static ReadOnlyMemory<byte>? JsonOf(string text) => RecordedJson.Of(Encoding.UTF8.GetBytes(text));
}
