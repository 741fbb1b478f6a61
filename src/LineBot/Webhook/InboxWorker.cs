using LineBot.Storage;
using Microsoft.Extensions.Options;

namespace LineBot.Webhook;

/// <summary>
/// Works the inbox off: one chat's events in order, many chats at once. What was waiting when the service stopped, however it stopped,
/// is taken up at start; what an operator has put back is found by looking from time to time.
/// </summary>
public sealed partial class InboxWorker : BackgroundService
{
    private const int Page = 1_000;
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);

    private readonly ChatLanes<InboxEvent> _lanes;
    private readonly Database _database;
    private readonly InboxStore _store;
    private readonly EventAnswer _answer;
    private readonly WebhookOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger<InboxWorker> _log;
    private readonly CancellationTokenSource _stopping = new();

    public InboxWorker(
        Database database, InboxStore store, EventAnswer answer, IOptions<WebhookOptions> options, TimeProvider clock, ILogger<InboxWorker> log)
    {
        (_database, _store, _answer, _options, _clock, _log) = (database, store, answer, options.Value, clock, log);
        _lanes = new ChatLanes<InboxEvent>(RunAsync);
    }

    /// <summary>Events that are stored and not answered yet.</summary>
    public int Backlog => _lanes.Count;

    public void TakeUp(InboxEvent e) => _lanes.Add(e.Seq, e.ChatId, e);

    /// <summary>Answers under way come to their end; what waits, waits in the inbox.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await base.StopAsync(cancellationToken);
        await _lanes.WhenIdleAsync().WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await TakeUpWaitingAsync();
            await PauseAsync(LookEvery);
        }
    }

    /// <summary>Looks from within the write queue, so that what is being settled at this moment is not taken up a second time.</summary>
    private async Task TakeUpWaitingAsync()
    {
        try
        {
            for (var (after, count) = (0L, Page); count == Page;)
            {
                (after, count) = await _database.WriteAsync(tx =>
                {
                    var waiting = _store.WaitingAfter(tx, after, Page);
                    tx.AfterCommit(() =>
                    {
                        foreach (var e in waiting)
                            TakeUp(e);
                    });
                    return (waiting.Count > 0 ? waiting[^1].Seq : after, waiting.Count);
                });
            }
        }
        catch (StoreUnavailableException e)
        {
            Log.StoreUnavailable(_log, e);
        }
    }

    private async Task RunAsync(InboxEvent e)
    {
        using var scope = _log.BeginScope("event {WebhookEventId}", e.EventId);
        for (var attempts = e.Attempts; !_stopping.IsCancellationRequested;)
        {
            try
            {
                await _answer.AnswerAsync(e, () => _lanes.Settled(e.Seq), _stopping.Token);
                return;
            }
            catch (Exception failure) when (_stopping.IsCancellationRequested)
            {
                // Left for the next start: the event stands in the inbox.
                Log.Interrupted(_log, failure.GetType().Name);
            }
            catch (StoreUnavailableException failure)
            {
                Log.StoreUnavailable(_log, failure);
                await PauseAsync(_options.RetryPauses[0]);
            }
            catch (Exception failure)
            {
                Log.Failed(_log, e.Event.Type, attempts + 1, failure);
                if (await GaveUpAsync(e, failure, forGood: attempts >= _options.RetryPauses.Count))
                    return;
                await PauseAsync(_options.RetryPauses[Math.Min(attempts++, _options.RetryPauses.Count - 1)]);
            }
        }
    }

    /// <summary>Records the failure; at the last one the event is set aside and its customer told in one sentence.</summary>
    private async Task<bool> GaveUpAsync(InboxEvent e, Exception failure, bool forGood)
    {
        try
        {
            await _database.WriteAsync(tx =>
            {
                var now = _clock.GetUtcNow();
                _store.MarkFailed(tx, e.Seq, Failure.Describe(failure), forGood, now);
                if (!forGood)
                    return;
                _answer.Apologise(tx, e, now);
                tx.AfterCommit(() => _lanes.Settled(e.Seq));
            });
            return forGood;
        }
        catch (StoreUnavailableException unavailable)
        {
            Log.StoreUnavailable(_log, unavailable);
            return false;
        }
    }

    private async Task PauseAsync(TimeSpan pause)
    {
        try
        {
            await Task.Delay(pause, _clock, _stopping.Token);
        }
        catch (OperationCanceledException)
        {
            // The service stops; the loop sees it.
        }
    }

    public override void Dispose()
    {
        _stopping.Dispose();
        base.Dispose();
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Answering a {Type} event failed, attempt {Attempt}")]
        public static partial void Failed(ILogger logger, string type, int attempt, Exception failure);

        [LoggerMessage(LogLevel.Warning, "The store is not available; waiting events stay where they are")]
        public static partial void StoreUnavailable(ILogger logger, Exception failure);

        [LoggerMessage(LogLevel.Information, "Stopping; the event waits for the next start ({Reason})")]
        public static partial void Interrupted(ILogger logger, string reason);
    }
}
