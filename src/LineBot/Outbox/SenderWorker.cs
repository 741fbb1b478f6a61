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
        var sending = new Sending(message);
        try
        {
            await KeepSendingAsync(sending);
        }
        catch (NotOursException)
        {
            Log.NotOurs(_log, message.Id);
            menus.Dropped(message);
            Settled(message);
            if (sending.HasCalled && message.Kind == OutgoingKind.Menu)
                await SwitchAgainAsync(message);
        }
    }

    /// <exception cref="NotOursException">The message turned out to be another node's.</exception>
    private async Task KeepSendingAsync(Sending sending)
    {
        var message = sending.Message;
        for (var pause = FirstPause; !Stopping.IsCancellationRequested; pause = Longer(pause))
        {
            var now = _clock.GetUtcNow();
            if (now >= message.ExpiresAt)
            {
                Log.Expired(_log, message.Id);
                await SettleAsync(message, "expired", null, tx => store.MarkExpired(tx, message, now));
                return;
            }
            if (!await IsReadyAsync(sending, now))
            {
                await PauseAsync(pause);
                continue;
            }
            sending.HasCalled = true;
            var (delivery, failure) = await carrier.CarryAsync(message, sending.HasToken);
            switch (delivery)
            {
                case Delivery.Taken:
                case Delivery.TokenRefused when sending.MayHaveBeenHeard:
                    await SettleAsync(message, "taken", sending.Way, tx => NoteSent(tx, sending, now));
                    return;
                case Delivery.TokenRefused:
                    sending.HasToken = !await NoteAsync(tx => store.GiveTokenUp(tx, message));
                    if (!sending.HasToken)
                        pause = TimeSpan.Zero;
                    break;
                case Delivery.Refused:
                    Log.Refused(_log, message.Id, failure!.Description);
                    await SettleAsync(message, "refused", sending.Way, tx => NoteRefused(tx, message, failure, now));
                    return;
                case Delivery.NotTaken when !sending.MayHaveBeenHeard:
                    sending.IsMarkedTried = !await NoteAsync(tx => store.MarkUnheard(tx, message, failure!.Description));
                    break;
                case Delivery.NotTaken or Delivery.Unanswered:
                    sending.MayHaveBeenHeard |= delivery == Delivery.Unanswered;
                    await NoteAsync(tx => store.MarkUnanswered(tx, message, failure!.Description));
                    break;
            }
            menus.Failed(message);
            await PauseAsync(failure?.RetryAfter ?? pause);
        }
    }

    /// <summary>
    /// Before LINE is called the store says that it was. A first try with a token that is late anyway would only cost time; after a lost
    /// answer the same token tells what happened.
    /// </summary>
    private async Task<bool> IsReadyAsync(Sending sending, DateTimeOffset now)
    {
        var message = sending.Message;
        var isLate = sending is { HasToken: true, MayHaveBeenHeard: false } && now >= message.TokenUntil;
        if ((!sending.IsMarkedTried || isLate) && !await NoteAsync(tx =>
        {
            store.MarkTried(tx, message, now);
            if (isLate)
                store.GiveTokenUp(tx, message);
        }))
        {
            return false;
        }
        (sending.IsMarkedTried, sending.HasToken) = (true, sending.HasToken && !isLate);
        return true;
    }

    private void NoteSent(Transaction tx, Sending sending, DateTimeOffset begun)
    {
        store.MarkSent(tx, sending.Message, sending.Way, _clock.GetUtcNow());
        if (sending.Way == "push")
            store.NoteQuotaLeft(tx, JapanTime.MonthOf(begun));
        if (sending.Message.Kind == OutgoingKind.Reply && !sending.HasToken)
            store.CountPush(tx, JapanTime.MonthOf(begun));
    }

    private void NoteRefused(Transaction tx, OutgoingMessage message, DeliveryFailure failure, DateTimeOffset begun)
    {
        store.MarkRefused(tx, message, failure.Description, _clock.GetUtcNow());
        if (failure.IsMonthlyLimit)
            store.NoteQuotaReached(tx, JapanTime.MonthOf(begun), begun);
    }

    /// <summary>What this node has switched late may have replaced what the new owner switched: it is switched once more, to what fits then.</summary>
    private Task SwitchAgainAsync(OutgoingMessage menu) => KeepNotingAsync(tx =>
    {
        var again = store.Add(tx, menu with { IsMarkedTried = false, StoredAt = _clock.GetUtcNow() }, null, _clock.GetUtcNow());
        tx.AfterCommit(() => TakeUp(again));
    });

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
