using LineBot.Language;
using LineBot.Storage;

namespace LineBot.Data;

/// <summary>Adds data that comes in the middle of a month: presents and top-ups.</summary>
public sealed class Incoming(PartStore parts, UsageStore usage, Recount recount)
{
    /// <param name="months">How many months the data can be used, this one included.</param>
    /// <param name="entry">What came and why; its part and day are set here.</param>
    public void Add(Transaction tx, long subscriptionId, PartKind kind, int months, DataEntry entry, DateTimeOffset now)
    {
        var today = JapanTime.DayOf(now);
        var lastDay = JapanTime.FirstOfMonth(today).AddMonths(months - 1).LastOfMonth();
        var used = usage.From(tx, subscriptionId, today);
        var usedTodayKb = used.FirstOrDefault(usedOn => usedOn.Day == today)?.UsedKb ?? 0;
        var part = parts.Open(tx, subscriptionId, kind, today, usedTodayKb, lastDay);
        parts.Book(tx, entry with { PartId = part, Day = today }, now);
        // Usage of a later day means that the clock was set back; what came now covers that usage too.
        if (used.Any(usedOn => usedOn.Day > today))
            recount.From(tx, subscriptionId, today, now);
    }
}
