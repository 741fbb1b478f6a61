using LineBot.Accounts;
using LineBot.Data;
using LineBot.Language;
using LineBot.Storage;

namespace LineBot.Billing;

/// <summary>
/// A contract's bills. A month that has ended is closed once, by whoever asks first; what a bill holds depends on what was in
/// force in its month, never on when it is closed. Asking may write, and wants a write transaction.
/// </summary>
public sealed class Bills(
    BillStore store, MonthTurn months, PlanChangeStore planned, PlanStore plans, TopUpStore topUps, CampaignStore campaigns)
{
    /// <summary>How many past months a customer can look back on.</summary>
    public const int Shown = 6;

    /// <summary>The bill of the month that goes on, as it stands at <paramref name="now"/>.</summary>
    public Bill SoFar(Transaction tx, long contractId, DateTimeOffset now)
    {
        Close(tx, contractId, now);
        return Of(tx, contractId, ThisMonth(now), isClosed: false, now);
    }

    /// <summary>The bills of the past <see cref="Shown"/> months, newest first.</summary>
    public IReadOnlyList<Bill> Past(Transaction tx, long contractId, DateTimeOffset now)
    {
        Close(tx, contractId, now);
        return store.Since(tx, contractId, ThisMonth(now).AddMonths(-Shown));
    }

    /// <summary>Closes every month of a contract that has ended by <paramref name="now"/> and is open still.</summary>
    /// <returns>How many bills it closed.</returns>
    public int Close(Transaction tx, long contractId, DateTimeOffset now)
    {
        var closed = 0;
        for (var month = FirstOpen(tx, contractId, now); month < ThisMonth(now); month = month.AddMonths(1))
        {
            var bill = Of(tx, contractId, month, isClosed: true, now);
            if (bill.Lines.Count > 0 && store.Add(tx, contractId, bill, now))
                closed++;
        }
        return closed;
    }

    /// <summary>A contract that comes from elsewhere was billed there: no older bills are made up than those that are shown.</summary>
    private DateOnly FirstOpen(Transaction tx, long contractId, DateTimeOffset now) =>
        store.Latest(tx, contractId)?.AddMonths(1) ?? ThisMonth(now).AddMonths(-Shown);

    private Bill Of(Transaction tx, long contractId, DateOnly month, bool isClosed, DateTimeOffset now)
    {
        var (from, until) = (JapanTime.StartOf(month), JapanTime.StartOf(month.AddMonths(1)));
        var subscriptions = store.Subscribed(tx, contractId, from, until).Select(subscription =>
        {
            // A plan change that has waited for a month that has begun is written down by that month's grant.
            months.CatchUp(tx, subscription.Id, now);
            return new BilledSubscription(
                subscription.Id,
                JapanTime.DayOf(subscription.ActivatedAt),
                planned.PlanIn(tx, subscription.Id, month),
                plans.OptionsHad(tx, subscription.Id, from, until),
                topUps.Bought(tx, subscription.Id, from, until));
        });
        return new Bill(month, BillRules.LinesOf(month, subscriptions, Credit(tx, contractId, month, until)), isClosed);
    }

    private int Credit(Transaction tx, long contractId, DateOnly month, DateTimeOffset until) =>
        campaigns.RewardsOf(tx, contractId)
            .Where(reward => reward is { Kind: "balance", State: "granted" } && reward.SettledAt < until)
            .Sum(reward => reward.Amount)
        - store.CreditTaken(tx, contractId, month);

    private static DateOnly ThisMonth(DateTimeOffset now) => JapanTime.FirstOfMonth(JapanTime.DayOf(now));
}
