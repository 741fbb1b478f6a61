using LineBot.Storage;

namespace LineBot.Data;

/// <summary>
/// Works a subscription's account out again from one day on and books the difference. For what cannot simply be charged to the
/// balance of the moment: late reports, corrections, months granted late. Booking nothing new changes nothing.
/// </summary>
public sealed class Recount(PartStore parts, UsageStore usage)
{
    public void From(Transaction tx, long subscriptionId, DateOnly day, DateTimeOffset now)
    {
        // The plan part that ended the day before is the source of a carry-over that begins today.
        var concerned = parts.From(tx, subscriptionId, day.AddDays(-1));
        var booked = concerned.SelectMany(part => parts.Movements(tx, part.Id, day)).ToList();
        var days = usage.From(tx, subscriptionId, day);

        var untouched = concerned.ToDictionary(part => part.Id, part => part.LeftKb);
        foreach (var entry in booked)
            untouched[entry.PartId] -= entry.Kb;
        var givenBack = concerned.Where(part => part.Kind == PartKind.Plan)
            .SelectMany(part => GivenBack.Of(parts.SinceReturn(tx, part.Id, day))).Where(back => back.Day >= day).ToList();
        foreach (var back in givenBack)
            untouched[back.PartId] -= back.Kb;
        var right = new Consumption(concerned, untouched, givenBack);
        right.Replay(day, days.ToDictionary(used => used.Day, used => used.UsedKb));

        parts.Book(tx, [.. Difference(booked, right.Entries)], now);
        foreach (var used in days.Where(used => used.SlowKb != right.SlowKb[used.Day]))
            usage.SetSlow(tx, subscriptionId, used.Day, right.SlowKb[used.Day]);
    }

    /// <summary>The entries that turn one account into the other.</summary>
    private static IEnumerable<DataEntry> Difference(IEnumerable<DataEntry> booked, IEnumerable<DataEntry> right) =>
        right.Concat(booked.Select(entry => entry with { Kb = -entry.Kb }))
            .GroupBy(entry => (entry.PartId, entry.Day, entry.Reason))
            .Select(same => new DataEntry(same.Key.PartId, same.Key.Day, same.Key.Reason, same.Sum(entry => entry.Kb)))
            .Where(entry => entry.Kb != 0);
}
