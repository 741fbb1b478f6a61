using LineBot.Language;
using LineBot.Storage;
using Microsoft.Extensions.Options;

namespace LineBot.Data;

/// <summary>Takes usage reports into the balance, each once, in whatever order they come.</summary>
public sealed class UsageBook(UsageStore usage, PartStore parts, MonthTurn months, Recount recount, IOptions<DataPolicy> policy)
{
    public UsageVerdict Book(Transaction tx, UsageReport report, DateTimeOffset now) => Book(tx, [report], now)[0];

    /// <summary>Takes reports of one subscription, whose account is worked out once for all of them.</summary>
    /// <returns>What became of each, in the order of <paramref name="reports"/>.</returns>
    public IReadOnlyList<UsageVerdict> Book(Transaction tx, IReadOnlyList<UsageReport> reports, DateTimeOffset now)
    {
        var today = JapanTime.DayOf(now);
        var subscriptionId = reports[0].SubscriptionId;
        var verdicts = new UsageVerdict[reports.Count];
        var known = new KnownReports(tx, usage, reports);
        var changes = new SortedDictionary<DateOnly, long>();
        for (var i = 0; i < reports.Count; i++)
        {
            var report = reports[i];
            var (verdict, changeKb) = Refusal(report, today) is { } refusal ? (refusal, 0) : known.Add(report);
            verdicts[i] = verdict;
            if (changeKb != 0)
                changes[report.Day] = changes.GetValueOrDefault(report.Day) + changeKb;
        }
        usage.Keep(tx, known.New, now);
        if (changes.Count > 0)
            Charge(tx, subscriptionId, changes, now);
        return verdicts;
    }

    private UsageVerdict? Refusal(UsageReport report, DateOnly today)
    {
        if (report.UsedKb is < 0 or > UsageReport.MostKb || report.Revision < 0)
            return UsageVerdict.Impossible;
        if (report.Day > today)
            return UsageVerdict.InFuture;
        return report.Day < JapanTime.FirstOfMonth(today).AddMonths(-policy.Value.CorrectableMonths) ? UsageVerdict.TooOld : null;
    }

    private void Charge(Transaction tx, long subscriptionId, SortedDictionary<DateOnly, long> changes, DateTimeOffset now)
    {
        var current = months.CatchUp(tx, subscriptionId, now);
        usage.Add(tx, subscriptionId, changes);
        var first = changes.First().Key;
        var days = usage.From(tx, subscriptionId, first);
        if (first >= JapanTime.FirstOfMonth(JapanTime.DayOf(now)) && IsLatest(tx, days, changes, current))
            ChargeToWhatIsLeft(tx, subscriptionId, changes, days, current, now);
        else
            recount.From(tx, subscriptionId, first, now);
    }

    /// <summary>
    /// Whether charging to what is left at this moment ends where the full count would: there is more usage, nothing but more, nothing
    /// after it is known, and nothing came on those days that would have to be left out. Parts end with months: what was usable then still is.
    /// </summary>
    private bool IsLatest(
        Transaction tx, IReadOnlyList<UsageDay> days, SortedDictionary<DateOnly, long> changes, IReadOnlyList<DataPart> current) =>
        days.All(day => changes.TryGetValue(day.Day, out var changeKb) && changeKb > 0
            && !current.Any(part => part.FromDay == day.Day && part.FromUsedKb > day.UsedKb - changeKb))
        && !current.Any(part => part.Kind == PartKind.Plan && parts.HasReturnSince(tx, part.Id, days[0].Day));

    private void ChargeToWhatIsLeft(
        Transaction tx, long subscriptionId, SortedDictionary<DateOnly, long> changes, IReadOnlyList<UsageDay> days,
        IReadOnlyList<DataPart> current, DateTimeOffset now)
    {
        var charges = new List<DataEntry>(days.Count);
        var left = current.ToDictionary(part => part.Id, part => part.LeftKb);
        foreach (var day in days)
        {
            var need = changes[day.Day];
            foreach (var part in current.Where(part => part.IsUsableOn(day.Day)))
            {
                var taken = Math.Min(need, left[part.Id]);
                if (taken == 0)
                    continue;
                charges.Add(new DataEntry(part.Id, day.Day, EntryReason.Used, -taken));
                left[part.Id] -= taken;
                need -= taken;
            }
            if (need > 0)
                usage.SetSlow(tx, subscriptionId, day.Day, day.SlowKb + need);
        }
        parts.Book(tx, charges, now);
    }
}
