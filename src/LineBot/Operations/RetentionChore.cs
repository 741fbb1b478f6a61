using LineBot.Accounts;
using LineBot.Outbox;
using LineBot.Storage;
using LineBot.Webhook;
using Microsoft.Extensions.Options;

namespace LineBot.Operations;

/// <summary>Forgets events and messages that are settled and old, and sign-in links that ran out.</summary>
public sealed class RetentionChore(
    Database database, InboxStore inbox, OutboxStore outbox, SignInLinkStore signIns, IOptions<WebhookOptions> webhook, IOptions<OutboxOptions> sent,
    TimeProvider clock) : IChore
{
    private const int Portion = 500;

    public TimeSpan Rest => TimeSpan.FromMinutes(1);

    public async Task<bool> DoPortionAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var forgotten = await database.WriteAsync(tx => new[]
        {
            inbox.Forget(tx, now - webhook.Value.KeepEventsFor, Portion), outbox.Forget(tx, now - sent.Value.KeepSentFor, Portion),
            signIns.Forget(tx, now - SignInLinkStore.Kept, Portion),
        }.Max());
        return forgotten == Portion;
    }
}
