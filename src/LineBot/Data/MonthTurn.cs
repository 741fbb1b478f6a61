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
public sealed class MonthTurn(
    PartStore parts, UsageStore usage, SubscriptionStore subscriptions, Recount recount, IOptions<DataPolicy> policy)
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
        if (subscriptions.Find(tx, subscriptionId) is not { } subscription || JapanTime.DayOf(subscription.ActivatedAt) > today)
            return false;
        if (last is not null && subscription.NextPlanId is not null)
        {
            subscriptions.TakeUpNextPlan(tx, subscriptionId, JapanTime.FirstOfMonth(last.FromDay).AddMonths(1));
            subscription = subscriptions.Find(tx, subscriptionId)!;
        }
        for (var month = last is null ? FirstMonth(subscription, today) : Next(last); month <= today; month = month.AddMonths(1))
        {
            Begin(tx, subscription, month, last);
            last = month.AddMonths(1) <= today ? parts.LatestPlan(tx, subscriptionId) : null;
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

    /// <summary>Nothing that a subscription does comes before the months it has begun: late or not, they count from their first instant.</summary>
    private void Begin(Transaction tx, Subscription subscription, DateOnly month, DataPart? last)
    {
        var (start, activated) = (JapanTime.StartOf(month), JapanTime.DayOf(subscription.ActivatedAt));
        var at = start > subscription.ActivatedAt ? start : subscription.ActivatedAt;
        var from = activated > month ? activated : month;
        var entries = new List<DataEntry>(3);
        if (last is not null && policy.Value.CarryOverMonths > 0)
        {
            // Opened even where nothing is left: a usage report corrected later may free something.
            var lastDay = month.AddMonths(policy.Value.CarryOverMonths - 1).LastOfMonth();
            var carryOver = parts.Open(tx, subscription.Id, PartKind.CarryOver, month, 0, lastDay, last.Id);
            if (last.LeftKb > 0)
                entries.AddRange([new(last.Id, month, EntryReason.Carried, -last.LeftKb), new(carryOver, month, EntryReason.Carried, last.LeftKb)]);
        }
        var plan = parts.Open(tx, subscription.Id, PartKind.Plan, from, 0, month.LastOfMonth());
        if (ProRated(subscription.PlanDataKb, from) is > 0 and var kb)
            entries.Add(new DataEntry(plan, from, EntryReason.Granted, kb));
        parts.Book(tx, entries, at);
        // Usage of the month is there already where the clock was set back.
        if (usage.From(tx, subscription.Id, month).Count > 0)
            recount.From(tx, subscription.Id, month, at);
    }

    /// <summary>A month's volume by the days that are left of it, rounded up to a whole MB.</summary>
    private static long ProRated(long monthKb, DateOnly from)
    {
        var days = DateTime.DaysInMonth(from.Year, from.Month);
        var share = monthKb * (days - from.Day + 1) / (decimal)days;
        return from.Day == 1 ? monthKb : (long)Math.Ceiling(share / 1_000) * 1_000;
    }
}
