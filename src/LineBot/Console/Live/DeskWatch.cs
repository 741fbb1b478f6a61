using System.Collections.Concurrent;
using LineBot.Console.Talks;
using LineBot.Inquiries;
using LineBot.Storage;

namespace LineBot.Console.Live;

/// <summary>
/// Looks at the open talks for all operators at once: soon after something changed on any node, and every few seconds
/// for what was not announced. Nobody looks while no page is open.
/// </summary>
internal sealed partial class DeskWatch : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(250);

    /// <summary>In paces: two seconds.</summary>
    private const int LongestWait = 8;

    private readonly ConcurrentDictionary<long, bool> _changed = [];
    private readonly Database _database;
    private readonly BoardStore _boards;
    private readonly InquirySignal _signal;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private int _watchers;

    public DeskWatch(Database database, BoardStore boards, InquirySignal signal, TimeProvider clock, ILogger<DeskWatch> log)
    {
        (_database, _boards, _signal, _clock, _log) = (database, boards, signal, clock, log);
        _signal.Changed += Note;
    }

    /// <summary>Gets the open talks and the ids of those that changed; null for "look at all".</summary>
    public event Action<Sight>? Seen;

    /// <summary>Keeps the watch going until it is disposed of.</summary>
    public IDisposable Watch()
    {
        Interlocked.Increment(ref _watchers);
        return new Watcher(this);
    }

    public override void Dispose()
    {
        _signal.Changed -= Note;
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var waited = 0; !stoppingToken.IsCancellationRequested; waited++)
        {
            await Task.Delay(Pace, _clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (_watchers == 0 || (_changed.IsEmpty && waited < LongestWait))
                continue;
            var isRegular = waited >= LongestWait;
            waited = isRegular ? 0 : waited;
            await LookAsync(isRegular, stoppingToken);
        }
    }

    private async Task LookAsync(bool isRegular, CancellationToken cancel)
    {
        // Before the look: what changes during it is looked at again.
        var changed = _changed.Keys.ToHashSet();
        foreach (var id in changed)
            _changed.TryRemove(id, out _);
        try
        {
            var board = await _database.ReadAsync(tx => _boards.Read(tx, _clock.GetUtcNow()), cancel);
            Seen?.Invoke(new Sight(board, isRegular ? null : changed));
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // The service stops.
        }
        catch (StoreUnavailableException e)
        {
            Log.StoreUnavailable(_log, e);
        }
    }

    private void Note(long inquiryId) => _changed[inquiryId] = true;

    private sealed class Watcher(DeskWatch watch) : IDisposable
    {
        public void Dispose() => Interlocked.Decrement(ref watch._watchers);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The store is not available; the console's pages are brought up to date later")]
        public static partial void StoreUnavailable(ILogger logger, Exception failure);
    }
}

/// <summary>What the watch saw.</summary>
/// <param name="Changed">The talks that changed; null where any may have.</param>
internal sealed record Sight(Board Board, IReadOnlySet<long>? Changed)
{
    public bool Concerns(long talk) => Changed?.Contains(talk) != false;
}
