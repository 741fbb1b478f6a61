using LineBot.Storage;
using Microsoft.Extensions.Options;

namespace LineBot.Outbox;

/// <summary>
/// Brings the outbox to LINE: one chat's messages in order, many chats at once, each once.
/// A message that could not be brought waits with growing pauses until it is taken, refused for good or too old.
/// </summary>
public sealed partial class SenderWorker : BackgroundService
{
    private const int Page = 1_000;
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);

    private readonly ChatLanes<OutgoingMessage> _lanes;
    private readonly Database _database;
    private readonly OutboxStore _store;
    private readonly Carrier _carrier;
    private readonly OutboxOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger<SenderWorker> _log;
    private readonly CancellationTokenSource _stopping = new();
    private volatile bool _isSending;

    public SenderWorker(
        Database database, OutboxStore store, Carrier carrier, IOptions<OutboxOptions> options, TimeProvider clock, ILogger<SenderWorker> log)
    {
        (_database, _store, _carrier, _options, _clock, _log) = (database, store, carrier, options.Value, clock, log);
        _lanes = new ChatLanes<OutgoingMessage>(RunAsync);
    }

    /// <summary>Messages that are stored and not settled yet.</summary>
    public int Backlog => _lanes.Count;

    public bool IsFull => Backlog >= _options.MaxWaiting;

    /// <summary>Whether a message for this chat would be sent at once.</summary>
    public bool IsIdle(string chatId) => _isSending && _lanes.IsIdle(chatId);

    /// <summary>Sends the message; where this process is none that sends, as a command-line tool beside the service, the service finds it.</summary>
    public void TakeUp(OutgoingMessage message)
    {
        if (_isSending)
            _lanes.Add(message.Id, message.ChatId, message);
    }

    /// <summary>Attempts under way come to their end, so that their outcome is known at the next start.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await base.StopAsync(cancellationToken);
        await _lanes.WhenIdleAsync().WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _isSending = true;
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
                        foreach (var message in waiting)
                            TakeUp(message);
                    });
                    return (waiting.Count > 0 ? waiting[^1].Id : after, waiting.Count);
                });
            }
        }
        catch (StoreUnavailableException e)
        {
            Log.StoreUnavailable(_log, e);
        }
    }

    private async Task RunAsync(OutgoingMessage message)
    {
        var (isMarkedTried, mayHaveBeenHeard) = (message.IsMarkedTried, message.MayHaveBeenHeard);
        var tokenRefused = false;
        for (var pause = FirstPause; !_stopping.IsCancellationRequested; pause = Longer(pause))
        {
            var now = _clock.GetUtcNow();
            if (now >= message.ExpiresAt)
            {
                Log.Expired(_log, message.Id);
                await SettleAsync(message, tx => _store.MarkExpired(tx, message.Id, now));
                return;
            }
            if (!isMarkedTried && !(isMarkedTried = await NoteAsync(tx => _store.MarkTried(tx, message.Id, now))))
            {
                await PauseAsync(pause);
                continue;
            }
            // A first try with a token that is late anyway would only cost time; after a lost answer the same token tells what happened.
            var withToken = message is { Kind: OutgoingKind.Reply, ReplyToken: not null } && !tokenRefused && (mayHaveBeenHeard || now < message.TokenUntil);
            var (delivery, failure) = await _carrier.CarryAsync(message, withToken);
            switch (delivery)
            {
                case Delivery.Taken:
                case Delivery.TokenRefused when mayHaveBeenHeard:
                    await SettleAsync(message, tx => _store.MarkSent(tx, message.Id, _clock.GetUtcNow()));
                    return;
                case Delivery.TokenRefused:
                    (tokenRefused, pause) = (true, TimeSpan.Zero);
                    break;
                case Delivery.Refused:
                    Log.Refused(_log, message.Id, failure!.Description);
                    await SettleAsync(message, tx => _store.MarkRefused(tx, message.Id, failure.Description, _clock.GetUtcNow()));
                    return;
                case Delivery.NotTaken when !mayHaveBeenHeard:
                    isMarkedTried = !await NoteAsync(tx => _store.MarkUnheard(tx, message.Id, failure!.Description));
                    break;
                case Delivery.NotTaken or Delivery.Unanswered:
                    mayHaveBeenHeard |= delivery == Delivery.Unanswered;
                    await NoteAsync(tx => _store.MarkUnanswered(tx, message.Id, failure!.Description));
                    break;
            }
            await PauseAsync(failure?.RetryAfter ?? pause);
        }
    }

    /// <summary>Between one and two times longer than before, so that chats that failed together do not come back together.</summary>
    private static TimeSpan Longer(TimeSpan pause)
    {
        var longer = pause * (1.5 + Random.Shared.NextDouble());
        return longer < FirstPause ? FirstPause : longer > LongestPause ? LongestPause : longer;
    }

    /// <summary>Records an outcome. What LINE has taken stays taken, so this is tried until the store is back.</summary>
    private async Task SettleAsync(OutgoingMessage message, Action<Transaction> outcome)
    {
        while (!await NoteAsync(tx =>
        {
            outcome(tx);
            tx.AfterCommit(() => _lanes.Settled(message.Id));
        }) && !_stopping.IsCancellationRequested)
        {
            await PauseAsync(FirstPause);
        }
    }

    private async Task<bool> NoteAsync(Action<Transaction> note)
    {
        try
        {
            await _database.WriteAsync(note);
            return true;
        }
        catch (StoreUnavailableException) when (_stopping.IsCancellationRequested)
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
        [LoggerMessage(LogLevel.Warning, "Message {Id} was too old to be sent")]
        public static partial void Expired(ILogger logger, long id);

        [LoggerMessage(LogLevel.Error, "LINE refuses message {Id}: {Reason}")]
        public static partial void Refused(ILogger logger, long id, string reason);

        [LoggerMessage(LogLevel.Warning, "The store is not available; the message's outcome is noted later")]
        public static partial void StoreUnavailable(ILogger logger, Exception failure);
    }
}
