using LineBot.Storage;

namespace LineBot.Data;

/// <summary>Usage as the network reported it, and its sum by day.</summary>
public sealed class UsageStore
{
    /// <summary>Keeps <paramref name="report"/> unless it is known, and says by how much it changes its day (KB, negative for a correction downwards).</summary>
    public (UsageVerdict Verdict, long ChangeKb) Keep(Transaction tx, UsageReport report, DateTimeOffset now)
    {
        var day = report.Day.Stored();
        var known = Known(tx, report, day);
        if (known.TryGetValue(report.Revision, out var sameKb))
            return (sameKb == report.UsedKb ? UsageVerdict.Duplicate : UsageVerdict.Conflicting, 0);
        const string sql = """
            INSERT INTO usage_reports (subscription_id, day, sequence, revision, used_kb, reported_at) VALUES (@1, @2, @3, @4, @5, @6)
            """;
        tx.Prepared(sql).With(report.SubscriptionId, day, report.Sequence, report.Revision, report.UsedKb, now.ToUnixTimeMilliseconds()).Execute();
        if (known.Count == 0)
            return (UsageVerdict.Booked, report.UsedKb);
        var (latest, countedKb) = known.MaxBy(revision => revision.Key);
        return latest > report.Revision ? (UsageVerdict.Outdated, 0) : (UsageVerdict.Corrected, report.UsedKb - countedKb);
    }

    private static Dictionary<int, long> Known(Transaction tx, UsageReport report, string day)
    {
        const string sql = "SELECT revision, used_kb FROM usage_reports WHERE subscription_id = @1 AND day = @2 AND sequence = @3";
        var byRevision = new Dictionary<int, long>();
        using var rows = tx.Prepared(sql).With(report.SubscriptionId, day, report.Sequence).Read();
        while (rows.Read())
            byRevision[rows.GetInt32(0)] = rows.GetInt64(1);
        return byRevision;
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
