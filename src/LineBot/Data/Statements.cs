using LineBot.Language;
using LineBot.Storage;

namespace LineBot.Data;

/// <summary>Explains a balance: every entry of a month with what was left after it. The last line of this month is today's balance.</summary>
public sealed class Statements(StatementStore entries, MonthTurn months)
{
    /// <param name="month">Any day of the month.</param>
    public Statement Of(Transaction tx, long subscriptionId, DateOnly month, DateTimeOffset now)
    {
        months.CatchUp(tx, subscriptionId, now);
        var first = JapanTime.FirstOfMonth(month);
        var (next, today) = (first.AddMonths(1), JapanTime.DayOf(now));
        var all = entries.Entries(tx, subscriptionId, next);
        var expiries = Expiries(all, today).Where(line => line.Day < next);
        var changes = all.Select(Line).Concat(expiries).OrderBy(line => line.Day).ToList();
        var balance = changes.Where(line => line.Day < first).Sum(line => line.Kb);
        var (opening, lines) = (balance, new List<StatementLine>());
        foreach (var line in changes.Where(line => line.Day >= first))
            lines.Add(line with { BalanceKb = balance += line.Kb });
        return new Statement(first, opening, lines);
    }

    private static StatementLine Line(StatementEntry entry) =>
        new(entry.Day, entry.BookedAt, PartStore.Reason(entry.Reason), PartStore.Kind(entry.Kind), entry.LastDay, entry.Kb, 0)
        {
            Counterpart = entry.Counterpart,
        };

    /// <summary>What parts still held when they ended. A plan part ends empty, because its rest is carried over the day after.</summary>
    private static IEnumerable<StatementLine> Expiries(IEnumerable<StatementEntry> all, DateOnly today) =>
        from entry in all.DistinctBy(entry => entry.PartId)
        where entry.LastDay < today && entry.LeftKb > 0
        let end = JapanTime.StartOf(entry.LastDay.AddDays(1))
        select new StatementLine(entry.LastDay, end, null, PartStore.Kind(entry.Kind), entry.LastDay, -entry.LeftKb, 0);
}
