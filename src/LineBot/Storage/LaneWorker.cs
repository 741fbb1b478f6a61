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

    /// <summary>The node that works on it; null where nothing is shared.</summary>
    long? Owner => null;

    /// <summary>The row of its chat that waited before it when it was stored; null where that is not asked for.</summary>
    long? Before => null;
}

/// <summary>
/// Works a table's waiting rows off in their chats' lanes: those that this process has just stored at once, those that were left when a
/// process ended at the start, and those that somebody else has stored, put back or left when it next looks.
/// </summary>
public abstract partial class LaneWorker<T> : BackgroundService where T : class, IChatPiece
{
    private const int Page = 1_000;
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);

    private readonly ChatLanes<T> _lanes;
    private readonly Database _database;
    private readonly LaneStore _table;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private readonly CancellationTokenSource _stopping = new();
    private readonly SemaphoreSlim _woken = new(0);
    private volatile bool _isWorking;

    protected LaneWorker(Database database, LaneStore table, TimeProvider clock, ILogger log)
    {
        (_database, _table, _clock, _log) = (database, table, clock, log);
        _lanes = new ChatLanes<T>(RunOwnAsync);
        Node.Heard += Hear;
        Node.Joined += Wake;
    }

    /// <summary>Rows of the table for which no living node had been found, and which this one works on now.</summary>
    public event Action<int>? TookOver;

    /// <summary>Rows that are stored and have no outcome yet.</summary>
    public int Backlog => _lanes.Count;

    /// <summary>How long the oldest of them has been waiting; null where none is.</summary>
    public TimeSpan? Oldest => _lanes.Oldest is { } since ? _clock.GetUtcNow() - since : null;

    protected CancellationToken Stopping => _stopping.Token;

    private Node Node => _database.Node;

    /// <summary>Whether a row of this chat would be worked on at once.</summary>
    public bool IsIdle(string chatId) => _isWorking && _lanes.IsIdle(chatId);

    /// <summary>
    /// Works on the row. Where this process does no such work, as a command-line tool beside the service, or the row is another node's,
    /// that one finds it; where another node has put something before it, a look brings both.
    /// </summary>
    public void TakeUp(T piece)
    {
        if (!_isWorking || !Node.Has(piece.Owner))
            return;
        if (piece.Before is { } before && !_lanes.Knows(before, piece.Owner))
            Wake();
        else
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
        Node.Heard -= Hear;
        Node.Joined -= Wake;
        _stopping.Dispose();
        _woken.Dispose();
        base.Dispose();
        GC.SuppressFinalize(this);
    }

    protected abstract T Load(Transaction tx, long id);

    /// <summary>Works on one row until it has an outcome, or the service stops, or the row turns out to be another node's. It must not throw.</summary>
    protected abstract Task RunAsync(T piece);

    /// <summary>The outcome of a row is committed, or it is another node's.</summary>
    protected void Settled(T piece) => _lanes.Settled(piece.Id, piece.Owner);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _isWorking = true;
        while (!stoppingToken.IsCancellationRequested)
        {
            await LookAsync();
            await RestAsync();
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

    /// <summary>What waited in a life that is over is not even begun: whose it is now is found by a look.</summary>
    private Task RunOwnAsync(T piece)
    {
        if (Node.Has(piece.Owner))
            return RunAsync(piece);
        Settled(piece);
        return Task.CompletedTask;
    }

    private void Hear(string topic, long value)
    {
        if (topic == _table.Name && Node.Has(value))
            Wake();
    }

    private void Wake() => _woken.Release();

    private async Task RestAsync()
    {
        using var late = new CancellationTokenSource(LookEvery, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, Stopping);
        await _woken.WaitAsync(either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (_woken.Wait(0))
        {
            // However often it was woken, one look sees all.
        }
    }

    /// <summary>Looks from within the write queue, so that what is being settled at this moment is not taken up a second time.</summary>
    private async Task LookAsync()
    {
        try
        {
            for (var (after, count) = (0L, Page); count == Page && !Stopping.IsCancellationRequested;)
                (after, count) = await _database.WriteAsync(tx => Look(tx, after));
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

    private (long After, int Count) Look(Transaction tx, long after)
    {
        var me = Node.Id;
        if (!Node.Has(me))
            return (after, 0);
        if (after == 0 && _table.TakeOver(tx, me) is > 0 and var taken)
        {
            tx.AfterCommit(() =>
            {
                Log.TookOver(_log, taken, _table.Name);
                TookOver?.Invoke(taken);
            });
        }
        var waiting = _table.OwnAfter(tx, me, after, Page);
        var left = waiting.Where(id => !_lanes.Knows(id, me)).Select(id => Load(tx, id)).ToList();
        tx.AfterCommit(() => left.ForEach(_lanes.Add));
        return (waiting.Count > 0 ? waiting[^1] : after, waiting.Count);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The store is not available; what waits there is looked for later")]
        public static partial void StoreUnavailable(ILogger logger, Exception failure);

        [LoggerMessage(LogLevel.Information, "Took over {Count} rows of the {Table} that no living node had")]
        public static partial void TookOver(ILogger logger, int count, string table);
    }
}
