using LineBot.Language;
using LineBot.Storage;
using Microsoft.Extensions.Options;

namespace LineBot.Data;

/// <summary>Takes usage reports into the balance, each once, in whatever order they come.</summary>
public sealed class UsageBook(UsageStore usage, PartStore parts, MonthTurn months, Recount recount, IOptions<DataPolicy> policy)
{
    public UsageVerdict Book(Transaction tx, UsageReport report, DateTimeOffset now)
    {
        var today = JapanTime.DayOf(now);
        var thisMonth = JapanTime.FirstOfMonth(today);
        if (report.UsedKb is < 0 or > UsageReport.MostKb || report.Revision < 0)
            return UsageVerdict.Impossible;
        if (report.Day > today)
            return UsageVerdict.InFuture;
        if (report.Day < thisMonth.AddMonths(-policy.Value.CorrectableMonths))
            return UsageVerdict.TooOld;

        var (verdict, changeKb) = usage.Keep(tx, report, now);
        if (changeKb == 0)
            return verdict;
        var current = months.CatchUp(tx, report.SubscriptionId, now);
        usage.Add(tx, report.SubscriptionId, report.Day, changeKb);
        if (report.Day < thisMonth || changeKb < 0 || !TryCharge(tx, report, changeKb, current, now))
            recount.From(tx, report.SubscriptionId, report.Day, now);
        return verdict;
    }

    /// <summary>
    /// Charges this month's latest usage to what is left at this moment, which is where the full count would end too.
    /// False where it would not, and nothing was done. Parts end with months, so what was usable on that day still is.
    /// </summary>
    private bool TryCharge(Transaction tx, UsageReport report, long changeKb, IReadOnlyList<DataPart> current, DateTimeOffset now)
    {
        var days = usage.From(tx, report.SubscriptionId, report.Day);
        var usedBefore = days[0].UsedKb - changeKb;
        if (days.Count > 1 || current.Any(part => CameAfter(tx, part, report.Day, usedBefore)))
            return false;
        var need = changeKb;
        foreach (var part in current.Where(part => part.IsUsableOn(report.Day) && part.LeftKb > 0))
        {
            var taken = Math.Min(need, part.LeftKb);
            if (taken == 0)
                break;
            parts.Book(tx, new DataEntry(part.Id, report.Day, EntryReason.Used, -taken), now);
            need -= taken;
        }
        if (need > 0)
            usage.SetSlow(tx, report.SubscriptionId, report.Day, days[0].SlowKb + need);
        return true;
    }

    /// <summary>Whether the part, or something that came back into it, is not to be charged for all that follows <paramref name="usedKb"/>.</summary>
    private bool CameAfter(Transaction tx, DataPart part, DateOnly day, long usedKb) =>
        (part.FromDay == day && part.FromUsedKb > usedKb) || (part.Kind == PartKind.Plan && parts.HasReturnAfter(tx, part.Id, day, usedKb));
}
