using LineBot.Storage;

namespace LineBot.Data;

/// <summary>Usage as the network reported it, and its sum by day.</summary>
public sealed class UsageStore
{
    private static readonly ManyRows Kept =
        new("INSERT INTO usage_reports (subscription_id, day, sequence, revision, used_kb, reported_at) VALUES", 6);

    private static readonly ManyRows More = new(
        "INSERT INTO usage_days (subscription_id, day, used_kb) VALUES", 3,
        "ON CONFLICT (subscription_id, day) DO UPDATE SET used_kb = usage_days.used_kb + excluded.used_kb");

    /// <summary>Keeps reports as they came. A second one of the same subscription, day, sequence and revision is an error.</summary>
    public void Keep(Transaction tx, IEnumerable<UsageReport> reports, DateTimeOffset now)
    {
        var reportedAt = now.ToUnixTimeMilliseconds();
        Kept.Execute(tx, [.. reports.Select(report =>
            (object?[])[report.SubscriptionId, report.Day.Stored(), report.Sequence, report.Revision, report.UsedKb, reportedAt])]);
    }

    /// <summary>All reports of a subscription's days from <paramref name="first"/> to <paramref name="last"/>.</summary>
    public IReadOnlyList<UsageReport> Reports(Transaction tx, long subscriptionId, DateOnly first, DateOnly last)
    {
        const string sql = "SELECT day, sequence, revision, used_kb FROM usage_reports WHERE subscription_id = @1 AND day >= @2 AND day <= @3";
        var reports = new List<UsageReport>();
        using var rows = tx.Prepared(sql).With(subscriptionId, first.Stored(), last.Stored()).Read();
        while (rows.Read())
            reports.Add(new UsageReport(subscriptionId, Days.Parse(rows.GetString(0)), rows.GetInt32(1), rows.GetInt64(3), rows.GetInt32(2)));
        return reports;
    }

    /// <summary>Adds to days' sums, or takes from them where the change is negative.</summary>
    public void Add(Transaction tx, long subscriptionId, IEnumerable<KeyValuePair<DateOnly, long>> changes)
    {
        const string less = "UPDATE usage_days SET used_kb = used_kb + @3 WHERE subscription_id = @1 AND day = @2";
        var byWay = changes.ToLookup(change => change.Value < 0);
        More.Execute(tx, [.. byWay[false].Select(change => (object?[])[subscriptionId, change.Key.Stored(), change.Value])]);
        foreach (var (day, changeKb) in byWay[true])
            tx.Prepared(less).With(subscriptionId, day.Stored(), changeKb).ExecuteLater();
    }

    public void SetSlow(Transaction tx, long subscriptionId, DateOnly day, long slowKb)
    {
        const string sql = "UPDATE usage_days SET slow_kb = @3 WHERE subscription_id = @1 AND day = @2";
        tx.Prepared(sql).With(subscriptionId, day.Stored(), slowKb).ExecuteLater();
    }

    /// <summary>The days from <paramref name="first"/> on that have usage, in order.</summary>
    public IReadOnlyList<UsageDay> From(Transaction tx, long subscriptionId, DateOnly first)
    {
        const string sql = "SELECT day, used_kb, slow_kb FROM usage_days WHERE subscription_id = @1 AND day >= @2 ORDER BY day";
        var days = new List<UsageDay>();
        using var rows = tx.Prepared(sql).With(subscriptionId, first.Stored()).Read();
        while (rows.Read())
            days.Add(new UsageDay(Days.Parse(rows.GetString(0)), rows.GetInt64(1), rows.GetInt64(2)));
        return days;
    }
}

/// <summary>What a subscription used on one Japanese day.</summary>
/// <param name="SlowKb">How much of it no part covered: it went over the slowed connection.</param>
public sealed record UsageDay(DateOnly Day, long UsedKb, long SlowKb);
