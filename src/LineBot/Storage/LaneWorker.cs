namespace LineBot.Storage;

/// <summary>A stored row that is worked on in its chat's turn.</summary>
public interface IChatPiece
{
    /// <summary>The row's id, which is also its place in the order.</summary>
    long Id { get; }

    /// <summary>User, group or room; empty where none is named.</summary>
    string ChatId { get; }

    /// <summary>Since when it waits.</summary>
    DateTimeOffset Since { get; }
}

/// <summary>
/// Works a table's waiting rows off in their chats' lanes: those that this process has just stored at once, those that were left when a
/// process ended at the start, and those that somebody else has stored or put back when it next looks.
/// </summary>
public abstract partial class LaneWorker<T> : BackgroundService where T : class, IChatPiece
{
    private const int Page = 1_000;
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);

    private readonly ChatLanes<T> _lanes;
    private readonly Database _database;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private readonly CancellationTokenSource _stopping = new();
    private volatile bool _isWorking;

    protected LaneWorker(Database database, TimeProvider clock, ILogger log)
    {
        (_database, _clock, _log) = (database, clock, log);
        _lanes = new ChatLanes<T>(RunAsync);
    }

    /// <summary>Rows that are stored and have no outcome yet.</summary>
    public int Backlog => _lanes.Count;

    /// <summary>How long the oldest of them has been waiting; null where none is.</summary>
    public TimeSpan? Oldest => _lanes.Oldest is { } since ? _clock.GetUtcNow() - since : null;

    protected CancellationToken Stopping => _stopping.Token;

    /// <summary>Whether a row of this chat would be worked on at once.</summary>
    public bool IsIdle(string chatId) => _isWorking && _lanes.IsIdle(chatId);

    /// <summary>Works on the row; where this process does no such work, as a command-line tool beside the service, the service finds it.</summary>
    public void TakeUp(T piece)
    {
        if (_isWorking)
            _lanes.Add(piece);
    }

    /// <summary>What is under way comes to its end, so that its outcome is known at the next start; what waits, waits in the store.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await base.StopAsync(cancellationToken);
        await _lanes.WhenIdleAsync().WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public override void Dispose()
    {
        _stopping.Dispose();
        base.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The ids of the oldest rows without an outcome, after <paramref name="afterId"/>.</summary>
    protected abstract IReadOnlyList<long> WaitingAfter(Transaction tx, long afterId, int limit);

    protected abstract T Load(Transaction tx, long id);

    /// <summary>Works on one row until it has an outcome or the service stops. It must not throw.</summary>
    protected abstract Task RunAsync(T piece);

    /// <summary>The outcome of a row is committed.</summary>
    protected void Settled(T piece) => _lanes.Settled(piece.Id);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _isWorking = true;
        while (!stoppingToken.IsCancellationRequested)
        {
            await LookAsync();
            await PauseAsync(LookEvery);
        }
    }

    protected async Task PauseAsync(TimeSpan pause)
    {
        try
        {
            await Task.Delay(pause, _clock, Stopping);
        }
        catch (OperationCanceledException)
        {
            // The service stops; whoever pauses sees it.
        }
    }

    /// <summary>Looks from within the write queue, so that what is being settled at this moment is not taken up a second time.</summary>
    private async Task LookAsync()
    {
        try
        {
            for (var (after, count) = (0L, Page); count == Page && !Stopping.IsCancellationRequested;)
            {
                (after, count) = await _database.WriteAsync(tx =>
                {
                    var waiting = WaitingAfter(tx, after, Page);
                    var left = waiting.Where(id => !_lanes.Knows(id)).Select(id => Load(tx, id)).ToList();
                    tx.AfterCommit(() => left.ForEach(TakeUp));
                    return (waiting.Count > 0 ? waiting[^1] : after, waiting.Count);
                });
            }
        }
        catch (StoreUnavailableException e) when (!Stopping.IsCancellationRequested)
        {
            Log.StoreUnavailable(_log, e);
        }
        catch (StoreUnavailableException)
        {
            // The service stops, and the store has stopped first.
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The store is not available; what waits there is looked for later")]
        public static partial void StoreUnavailable(ILogger logger, Exception failure);
    }
}
