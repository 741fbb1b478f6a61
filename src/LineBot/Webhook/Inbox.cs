using Line.Messaging;
using LineBot.Outbox;
using LineBot.Storage;
using Microsoft.Extensions.Options;

namespace LineBot.Webhook;

/// <summary>Takes events in: on disk before anybody is told that they were received.</summary>
public sealed class Inbox(
    Database database, InboxStore store, InboxWorker worker, SenderWorker sender, IOptions<WebhookOptions> options, TimeProvider clock)
{
    /// <summary>True while so much is unanswered that taking more would only make everybody wait.</summary>
    public bool IsFull => worker.Backlog >= options.Value.MaxBacklog || sender.IsFull;

    /// <summary>Stores the events and hands the new ones to their chats' lanes, in the order in which they were stored.</summary>
    /// <exception cref="StoreUnavailableException">Nothing was stored; LINE has to deliver them again.</exception>
    public Task AcceptAsync(IReadOnlyList<WebhookEvent> events) =>
        database.WriteAsync(tx =>
        {
            var now = clock.GetUtcNow();
            foreach (var e in events)
            {
                if (store.Add(tx, e, now) is { } added)
                    tx.AfterCommit(() => worker.TakeUp(added));
            }
        }, WritePriority.First);
}
