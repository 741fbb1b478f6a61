using LineBot.Accounts;
using LineBot.Data;
using LineBot.Language;
using LineBot.Storage;
using Microsoft.Extensions.Options;

namespace LineBot.Handlers.DataRemaining;

/// <summary>Looks at one subscription's data. A month that has begun is granted by looking, so it wants a write transaction.</summary>
public sealed class Looks(Balances balances, UsageStore usage, IOptions<DataPolicy> policy)
{
    /// <param name="days">How many days before today to show usage of, at least a week.</param>
    public Remaining At(Transaction tx, Subscription subscription, DateTimeOffset now, int days = Pace.Days)
    {
        var balance = balances.Of(tx, subscription.Id, now);
        var recent = usage.From(tx, subscription.Id, balance.Today.AddDays(-Math.Max(days, Pace.Days)));
        var pace = Pace.Of(balance, recent, JapanTime.DayOf(subscription.ActivatedAt));
        return new Remaining(subscription, balance, recent, pace, policy.Value.SlowKbps, now);
    }
}
