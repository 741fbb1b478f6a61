using Line.Messaging;
using LineBot.Operations;
using LineBot.Outbox;
using LineBot.Storage;
using Microsoft.Extensions.Options;

namespace LineBot.Webhook;

/// <summary>Takes events in: on disk before anybody is told that they were received.</summary>
public sealed class Inbox(
    Database database, InboxStore store, InboxWorker worker, SenderWorker sender, MessageFlood flood, IOptions<WebhookOptions> options,
    Telemetry telemetry, TimeProvider clock)
{
    /// <summary>True while so much is unanswered that taking more would only make everybody wait.</summary>
    public bool IsFull => worker.Backlog >= options.Value.MaxBacklog || sender.IsFull;

    /// <summary>Stores the events, without those that their chat has sent too many of, and hands the new ones to their chats' lanes, in the order in which they were stored.</summary>
    /// <exception cref="StoreUnavailableException">Nothing was stored; LINE has to deliver them again.</exception>
    public Task AcceptAsync(IReadOnlyList<WebhookEvent> events)
    {
        var judged = events.Select(e => (Event: e, Verdict: Judge(e))).Where(one => one.Verdict != FloodVerdict.Refuse).ToList();
        if (judged.Count < events.Count)
            telemetry.Refused(events.Count - judged.Count);
        return judged.Count == 0 ? Task.CompletedTask : database.WriteAsync(tx =>
        {
            var now = clock.GetUtcNow();
            foreach (var (e, verdict) in judged)
            {
                if (store.Add(tx, e, now) is { } added)
                    tx.AfterCommit(() => worker.TakeUp(verdict == FloodVerdict.Tell ? added with { IsTooMany = true } : added));
            }
        }, WritePriority.First);
    }

    private FloodVerdict Judge(WebhookEvent e) =>
        e is MessageEvent && e.Source?.ChatId is { } chat ? flood.Judge(chat, clock.GetUtcNow()) : FloodVerdict.Take;
}
