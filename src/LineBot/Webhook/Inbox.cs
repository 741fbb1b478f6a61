using Line.Messaging;
using LineBot.Outbox;
using LineBot.Storage;
using Microsoft.Extensions.Options;

namespace LineBot.Webhook;

/// <summary>Takes events in: on disk before anybody is told that they were received.</summary>
public sealed class Inbox(
    Database database, InboxStore store, InboxWorker worker, SenderWorker sender, MessageFlood flood, IOptions<WebhookOptions> options,
    EventFigures figures, EventTrace traces, TimeProvider clock)
{
    /// <summary>True while so much is unanswered that taking more would only make everybody wait.</summary>
    public bool IsFull => worker.Backlog >= options.Value.MaxBacklog || sender.IsFull;

    /// <summary>Stores the events, without those that their chat has sent too many of, and hands the new ones to their chats' lanes, in the order in which they were stored.</summary>
    /// <exception cref="StoreUnavailableException">Nothing was stored; LINE has to deliver them again.</exception>
    public async Task AcceptAsync(IReadOnlyList<WebhookEvent> events)
    {
        var judged = events.Select(e => (Event: e, Verdict: Judge(e))).Where(one => one.Verdict != FloodVerdict.Refuse)
            .Select(one => (one.Event, one.Verdict, Arrival: traces.Arrive(one.Event))).ToList();
        if (judged.Count < events.Count)
            figures.Refused(events.Count - judged.Count);
        if (judged.Count == 0)
            return;
        await database.WriteAsync(tx =>
        {
            var now = clock.GetUtcNow();
            foreach (var (e, verdict, arrival) in judged)
            {
                if (store.Add(tx, e, now, arrival?.Id) is { } added)
                    tx.AfterCommit(() => worker.TakeUp(verdict == FloodVerdict.Tell ? added with { IsTooMany = true } : added));
            }
        }, WritePriority.First);
        foreach (var (_, _, arrival) in judged)
            arrival?.Dispose();
    }

    private FloodVerdict Judge(WebhookEvent e) =>
        e is MessageEvent && e.Source?.ChatId is { } chat ? flood.Judge(chat, clock.GetUtcNow()) : FloodVerdict.Take;
}
