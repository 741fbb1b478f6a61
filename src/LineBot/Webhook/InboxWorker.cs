using System.Diagnostics;
using LineBot.Storage;
using Microsoft.Extensions.Options;

namespace LineBot.Webhook;

/// <summary>
/// Works the inbox off: one chat's events in order, many chats at once. What was waiting when the service stopped, however it stopped,
/// is taken up at start; what an operator has put back is found by looking from time to time.
/// </summary>
public sealed partial class InboxWorker(
    Database database, InboxStore store, EventAnswer answer, EventFigures figures, EventTrace traces, IOptions<WebhookOptions> options,
    TimeProvider clock, ILogger<InboxWorker> log)
    : LaneWorker<InboxEvent>(database, store.Table, clock, log)
{
    private readonly IReadOnlyList<TimeSpan> _pauses = options.Value.RetryPauses;
    private readonly Database _database = database;
    private readonly TimeProvider _clock = clock;
    private readonly ILogger _log = log;

    protected override InboxEvent Load(Transaction tx, long id) => store.Get(tx, id);

    protected override async Task RunAsync(InboxEvent e)
    {
        using var scope = _log.BeginScope("event {WebhookEventId}", e.EventId);
        for (var attempts = e.Attempts; !Stopping.IsCancellationRequested;)
        {
            using var span = traces.Answer(e);
            try
            {
                var tile = await answer.AnswerAsync(e with { Trace = span?.Id ?? e.Trace }, () => Settled(e), Stopping);
                if (tile is null)
                    return;
                span?.SetTag("linebot.tile", tile);
                figures.Answered(e, tile);
                return;
            }
            catch (Exception failure) when (Stopping.IsCancellationRequested)
            {
                // Left for the next start: the event stands in the inbox.
                Log.Interrupted(_log, failure.GetType().Name);
            }
            catch (StoreUnavailableException failure)
            {
                Log.StoreUnavailable(_log, failure);
                await PauseAsync(_pauses[0]);
            }
            catch (Exception failure)
            {
                var forGood = attempts >= _pauses.Count;
                Log.Failed(_log, e.Event.Type, attempts + 1, failure);
                span?.SetStatus(ActivityStatusCode.Error, Failure.Describe(failure));
                span?.Stop();
                figures.Failed(e, forGood);
                if (await GaveUpAsync(e, failure, forGood))
                    return;
                await PauseAsync(_pauses[Math.Min(attempts++, _pauses.Count - 1)]);
            }
        }
    }

    /// <summary>Records the failure; at the last one the event is set aside and its customer told in one sentence.</summary>
    /// <returns>Whether there is nothing more to do here.</returns>
    private async Task<bool> GaveUpAsync(InboxEvent e, Exception failure, bool forGood)
    {
        try
        {
            await _database.WriteAsync(tx =>
            {
                var now = _clock.GetUtcNow();
                store.MarkFailed(tx, e, Failure.Describe(failure), forGood, now);
                if (!forGood)
                    return;
                answer.Apologise(tx, e, now);
                tx.AfterCommit(() => Settled(e));
            });
            return forGood;
        }
        catch (NotOursException)
        {
            Settled(e);
            return true;
        }
        catch (StoreUnavailableException unavailable)
        {
            Log.StoreUnavailable(_log, unavailable);
            return false;
        }
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
