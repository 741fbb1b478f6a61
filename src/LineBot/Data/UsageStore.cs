using LineBot.Storage;

namespace LineBot.Data;

/// <summary>Usage as the network reported it, and its sum by day.</summary>
public sealed class UsageStore
{
    /// <summary>Keeps a report as it came. A second one of the same day, sequence and revision is an error.</summary>
    public void Keep(Transaction tx, UsageReport report, DateTimeOffset now)
    {
        const string sql = """
            INSERT INTO usage_reports (subscription_id, day, sequence, revision, used_kb, reported_at) VALUES (@1, @2, @3, @4, @5, @6)
            """;
        tx.Prepared(sql)
            .With(report.SubscriptionId, report.Day.Stored(), report.Sequence, report.Revision, report.UsedKb, now.ToUnixTimeMilliseconds()).Execute();
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

    /// <summary>Adds to a day's sum and returns the new sum.</summary>
    public long Add(Transaction tx, long subscriptionId, DateOnly day, long changeKb)
    {
        const string more = """
            INSERT INTO usage_days (subscription_id, day, used_kb) VALUES (@1, @2, @3)
            ON CONFLICT (subscription_id, day) DO UPDATE SET used_kb = usage_days.used_kb + excluded.used_kb RETURNING used_kb
            """;
        const string less = "UPDATE usage_days SET used_kb = used_kb + @3 WHERE subscription_id = @1 AND day = @2 RETURNING used_kb";
        return (long)tx.Prepared(changeKb < 0 ? less : more).With(subscriptionId, day.Stored(), changeKb).Scalar()!;
    }

    public void SetSlow(Transaction tx, long subscriptionId, DateOnly day, long slowKb)
    {
        const string sql = "UPDATE usage_days SET slow_kb = @3 WHERE subscription_id = @1 AND day = @2";
        tx.Prepared(sql).With(subscriptionId, day.Stored(), slowKb).Execute();
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
