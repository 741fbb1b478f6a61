using Line.Messaging;
using LineBot.Operations;

namespace LineBot.Outbox;

/// <summary>
/// What is left of LINE's monthly quota of pushes. LINE is asked when somebody looks at the figures, at most every ten minutes,
/// and the next look shows what it said.
/// </summary>
public sealed partial class PushQuota(LineMessagingClient line, TimeProvider clock, ILogger<PushQuota> log)
{
    private static readonly TimeSpan AskEvery = TimeSpan.FromMinutes(10);

    private readonly Lock _lock = new();
    private DateTimeOffset _askAgainAt;
    private Said _said = new(null, null);

    public void Show(Telemetry telemetry)
    {
        telemetry.Observe("linebot_push_quota", "Pushes that LINE allows in this month; missing where it sets no limit, or has not said", () => Look().Quota);
        telemetry.Observe("linebot_push_quota_used", "Pushes that LINE has counted in this month", () => Look().Used);
    }

    private Said Look()
    {
        lock (_lock)
        {
            if (clock.GetUtcNow() >= _askAgainAt)
            {
                _askAgainAt = clock.GetUtcNow() + AskEvery;
                _ = Task.Run(AskAsync);
            }
            return _said;
        }
    }

    private async Task AskAsync()
    {
        try
        {
            var quota = await line.GetQuotaAsync();
            var used = await line.GetQuotaConsumptionAsync();
            lock (_lock)
                _said = new Said(quota.Value, used);
        }
        catch (Exception e)
        {
            Log.NoAnswer(log, e.GetType().Name);
        }
    }

    private sealed record Said(long? Quota, long? Used);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "LINE did not tell what is left of the month's pushes ({Reason}); it is asked again later")]
        public static partial void NoAnswer(ILogger logger, string reason);
    }
}
