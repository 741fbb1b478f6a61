using LineBot.Accounts;
using LineBot.Language;
using LineBot.Storage;
using Microsoft.Extensions.Options;

namespace LineBot.Data;

/// <summary>
/// Grants each month's plan data and carries over what was left of the month before. Once a subscription and month, however
/// often and however late it is asked for. Every look at a balance asks for it, so no customer waits for a job to come round.
/// A plan change has to ask for it first as well: a waiting change takes effect with the next month that is granted.
/// </summary>
public sealed class MonthTurn(PartStore parts, SubscriptionStore subscriptions, Recount recount, IOptions<DataPolicy> policy)
{
    /// <summary>Grants what is due by <paramref name="now"/> and returns the parts that are usable now or later, in the order of use.</summary>
    public IReadOnlyList<DataPart> CatchUp(Transaction tx, long subscriptionId, DateTimeOffset now)
    {
        var today = JapanTime.DayOf(now);
        var current = parts.From(tx, subscriptionId, today);
        foreach (var part in current)
        {
            if (part.Kind == PartKind.Plan)
                return current;
        }
        return GrantUntil(tx, subscriptionId, today) ? parts.From(tx, subscriptionId, today) : current;
    }

    private bool GrantUntil(Transaction tx, long subscriptionId, DateOnly today)
    {
        var last = parts.LatestPlan(tx, subscriptionId);
        if (last is not null)
            subscriptions.TakeUpNextPlan(tx, subscriptionId, JapanTime.FirstOfMonth(last.FromDay).AddMonths(1));
        if (subscriptions.Find(tx, subscriptionId) is not { } subscription || JapanTime.DayOf(subscription.ActivatedAt) > today)
            return false;
        for (var month = last is null ? FirstMonth(subscription, today) : Next(last); month <= today; month = month.AddMonths(1))
        {
            // Nothing that a subscription does comes before the months it has begun: late or not, they count from their first instant.
            var at = JapanTime.StartOf(month);
            if (last is not null && policy.Value.CarryOverMonths > 0)
                OpenCarryOver(tx, last, subscriptionId, month);
            Grant(tx, subscription, month, at);
            recount.From(tx, subscriptionId, month, at);
            last = parts.LatestPlan(tx, subscriptionId);
        }
        return true;
    }

    private static DateOnly Next(DataPart plan) => JapanTime.FirstOfMonth(plan.FromDay.AddMonths(1));

    /// <summary>
    /// Whoever came last month and was not looked at before this one still has what that month grants.
    /// Older customers, brought in from another system, begin with this month.
    /// </summary>
    private static DateOnly FirstMonth(Subscription subscription, DateOnly today)
    {
        var thisMonth = JapanTime.FirstOfMonth(today);
        var activated = JapanTime.FirstOfMonth(JapanTime.DayOf(subscription.ActivatedAt));
        return activated == thisMonth.AddMonths(-1) ? activated : thisMonth;
    }

    /// <summary>Opened even where nothing is left: a usage report corrected later may free something.</summary>
    private void OpenCarryOver(Transaction tx, DataPart source, long subscriptionId, DateOnly month)
    {
        var lastDay = month.AddMonths(policy.Value.CarryOverMonths - 1).LastOfMonth();
        parts.Open(tx, subscriptionId, PartKind.CarryOver, month, 0, lastDay, source.Id);
    }

    private void Grant(Transaction tx, Subscription subscription, DateOnly month, DateTimeOffset at)
    {
        var activated = JapanTime.DayOf(subscription.ActivatedAt);
        var from = activated > month ? activated : month;
        var part = parts.Open(tx, subscription.Id, PartKind.Plan, from, 0, month.LastOfMonth());
        var kb = ProRated(subscription.PlanDataKb, from);
        if (kb > 0)
            parts.Book(tx, new DataEntry(part, from, EntryReason.Granted, kb), at > subscription.ActivatedAt ? at : subscription.ActivatedAt);
    }

    /// <summary>A month's volume by the days that are left of it, rounded up to a whole MB.</summary>
    private static long ProRated(long monthKb, DateOnly from)
    {
        var days = DateTime.DaysInMonth(from.Year, from.Month);
        var share = monthKb * (days - from.Day + 1) / (decimal)days;
        return from.Day == 1 ? monthKb : (long)Math.Ceiling(share / 1_000) * 1_000;
    }
}
