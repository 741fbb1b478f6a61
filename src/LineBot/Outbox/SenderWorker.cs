using LineBot.Language;
using LineBot.Storage;
using LineBot.Webhook;
using Microsoft.Extensions.Options;

namespace LineBot.Outbox;

/// <summary>
/// Brings the outbox to LINE: one chat's messages in order, many chats at once, each once.
/// A message that could not be brought waits with growing pauses until it is taken, refused for good or too old.
/// </summary>
public sealed partial class SenderWorker(
    Database database, OutboxStore store, Carrier carrier, MenuFigures menus, DeliveryFigures figures, EventTrace traces, IOptions<OutboxOptions> options,
    TimeProvider clock, ILogger<SenderWorker> log)
    : LaneWorker<OutgoingMessage>(database, store.Table, clock, log)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);

    private readonly Database _database = database;
    private readonly TimeProvider _clock = clock;
    private readonly ILogger _log = log;

    public bool IsFull => Backlog >= options.Value.MaxWaiting;

    protected override OutgoingMessage Load(Transaction tx, long id) => store.Get(tx, id);

    protected override async Task RunAsync(OutgoingMessage message)
    {
        using var span = traces.Send(message);
        var (isMarkedTried, mayHaveBeenHeard, wasCarried) = (message.IsMarkedTried, message.MayHaveBeenHeard, false);
        var hasToken = message is { Kind: OutgoingKind.Reply, ReplyToken: not null };
        try
        {
            for (var pause = FirstPause; !Stopping.IsCancellationRequested; pause = Longer(pause))
            {
                var now = _clock.GetUtcNow();
                if (now >= message.ExpiresAt)
                {
                    Log.Expired(_log, message.Id);
                    await SettleAsync(message, "expired", null, tx => store.MarkExpired(tx, message, now));
                    return;
                }
                // A first try with a token that is late anyway would only cost time; after a lost answer the same token tells what happened.
                var isLate = hasToken && !mayHaveBeenHeard && now >= message.TokenUntil;
                if ((!isMarkedTried || isLate) && !await NoteAsync(tx =>
                {
                    store.MarkTried(tx, message, now);
                    if (isLate)
                        store.GiveTokenUp(tx, message);
                }))
                {
                    await PauseAsync(pause);
                    continue;
                }
                (isMarkedTried, hasToken) = (true, hasToken && !isLate);
                var withToken = hasToken;
                wasCarried = true;
                var (delivery, failure) = await carrier.CarryAsync(message, withToken);
                switch (delivery)
                {
                    case Delivery.Taken:
                    case Delivery.TokenRefused when mayHaveBeenHeard:
                        var way = WayOf(message, withToken);
                        await SettleAsync(message, "taken", way, tx =>
                        {
                            store.MarkSent(tx, message, way, _clock.GetUtcNow());
                            if (way == "push")
                                store.NoteQuotaLeft(tx, JapanTime.MonthOf(now));
                            if (message.Kind == OutgoingKind.Reply && !withToken)
                                store.CountPush(tx, JapanTime.MonthOf(now));
                        });
                        return;
                    case Delivery.TokenRefused:
                        hasToken = !await NoteAsync(tx => store.GiveTokenUp(tx, message));
                        if (!hasToken)
                            pause = TimeSpan.Zero;
                        break;
                    case Delivery.Refused:
                        Log.Refused(_log, message.Id, failure!.Description);
                        await SettleAsync(message, "refused", WayOf(message, withToken), tx =>
                        {
                            store.MarkRefused(tx, message, failure.Description, _clock.GetUtcNow());
                            if (failure.IsMonthlyLimit)
                                store.NoteQuotaReached(tx, JapanTime.MonthOf(now), now);
                        });
                        return;
                    case Delivery.NotTaken when !mayHaveBeenHeard:
                        isMarkedTried = !await NoteAsync(tx => store.MarkUnheard(tx, message, failure!.Description));
                        break;
                    case Delivery.NotTaken or Delivery.Unanswered:
                        mayHaveBeenHeard |= delivery == Delivery.Unanswered;
                        await NoteAsync(tx => store.MarkUnanswered(tx, message, failure!.Description));
                        break;
                }
                menus.Failed(message);
                await PauseAsync(failure?.RetryAfter ?? pause);
            }
        }
        catch (NotOursException)
        {
            Log.NotOurs(_log, message.Id);
            menus.Dropped(message);
            Settled(message);
            if (wasCarried && message.Kind == OutgoingKind.Menu)
                await SwitchAgainAsync(message);
        }
    }

    /// <summary>What this node has switched late may have replaced what the new owner switched: it is switched once more, to what fits then.</summary>
    private Task SwitchAgainAsync(OutgoingMessage menu) => KeepNotingAsync(tx =>
    {
        var again = store.Add(tx, menu with { IsMarkedTried = false, StoredAt = _clock.GetUtcNow() }, null, _clock.GetUtcNow());
        tx.AfterCommit(() => TakeUp(again));
    });

    private static string? WayOf(OutgoingMessage message, bool withToken) =>
        message.Kind == OutgoingKind.Menu ? null : withToken ? "reply" : "push";

    /// <summary>Between one and two times longer than before, so that chats that failed together do not come back together.</summary>
    private static TimeSpan Longer(TimeSpan pause)
    {
        var longer = pause * (1.5 + Random.Shared.NextDouble());
        return longer < FirstPause ? FirstPause : longer > LongestPause ? LongestPause : longer;
    }

    /// <summary>Records an outcome. What LINE has taken stays taken, so this is tried until the store is back.</summary>
    private Task SettleAsync(OutgoingMessage message, string name, string? way, Action<Transaction> outcome) => KeepNotingAsync(tx =>
    {
        outcome(tx);
        tx.AfterCommit(() => Settled(message));
        tx.AfterCommit(() =>
        {
            menus.Settled(message, name);
            figures.Settled(message, name, way, _clock.GetUtcNow());
        });
    });

    private async Task KeepNotingAsync(Action<Transaction> note)
    {
        while (!await NoteAsync(note) && !Stopping.IsCancellationRequested)
            await PauseAsync(FirstPause);
    }

    private async Task<bool> NoteAsync(Action<Transaction> note)
    {
        try
        {
            await _database.WriteAsync(note);
            return true;
        }
        catch (StoreUnavailableException) when (Stopping.IsCancellationRequested)
        {
            // The store went first. The message is marked as tried, so after the start it is known that it may have been heard.
            return false;
        }
        catch (StoreUnavailableException e)
        {
            Log.StoreUnavailable(_log, e);
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Message {Id} was too old to be sent")]
        public static partial void Expired(ILogger logger, long id);

        [LoggerMessage(LogLevel.Error, "LINE refuses message {Id}: {Reason}")]
        public static partial void Refused(ILogger logger, long id, string reason);

        [LoggerMessage(LogLevel.Information, "Another node has taken message {Id} over")]
        public static partial void NotOurs(ILogger logger, long id);

        [LoggerMessage(LogLevel.Warning, "The store is not available; the message's outcome is noted later")]
        public static partial void StoreUnavailable(ILogger logger, Exception failure);
    }
}
