using LineBot.Outbox;
using LineBot.Storage;
using LineBot.Webhook;
using Microsoft.Extensions.Options;

namespace LineBot.Operations;

/// <summary>Forgets what is settled and old, a little at a time so that nobody waits for it.</summary>
public sealed partial class RetentionWorker(
    Database database, InboxStore inbox, OutboxStore outbox, IOptions<WebhookOptions> webhook, IOptions<OutboxOptions> sent,
    TimeProvider clock, ILogger<RetentionWorker> log) : BackgroundService
{
    private const int Portion = 500;
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan PauseBetweenPortions = TimeSpan.FromMilliseconds(50);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var forgotten = await ForgetAsync();
            await Task.Delay(forgotten < Portion ? Pause : PauseBetweenPortions, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<int> ForgetAsync()
    {
        try
        {
            var now = clock.GetUtcNow();
            return await database.WriteAsync(tx => Math.Max(
                inbox.Forget(tx, now - webhook.Value.KeepEventsFor, Portion), outbox.Forget(tx, now - sent.Value.KeepSentFor, Portion)));
        }
        catch (StoreUnavailableException e)
        {
            Log.NotNow(log, e);
            return 0;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The store is not available; old rows are forgotten later")]
        public static partial void NotNow(ILogger logger, Exception failure);
    }
}
