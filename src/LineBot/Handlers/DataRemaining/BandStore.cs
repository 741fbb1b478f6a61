using LineBot.Storage;

namespace LineBot.Handlers.DataRemaining;

/// <summary>Which level of data left each used subscription was last seen at, and how far the rounds have come that look.</summary>
public sealed class BandStore
{
    /// <summary>The position of a round; null before its first portion.</summary>
    public long? Position(Transaction tx, string round) =>
        tx.Find<long?>("SELECT position FROM data_rounds WHERE name = @round", new { round });

    public void Advance(Transaction tx, string round, long position) =>
        tx.Execute(
            """
            INSERT INTO data_rounds (name, position) VALUES (@round, @position)
            ON CONFLICT (name) DO UPDATE SET position = excluded.position
            """,
            new { round, position });

    public long LastEntry(Transaction tx) => tx.Get<long>("SELECT COALESCE(MAX(id), 0) FROM data_entries");

    /// <summary>
    /// What is left today for the subscriptions that have a user and an entry after <paramref name="after"/>, up to <paramref name="until"/>.
    /// Those whose month has not been granted yet are left out: the grant is an entry too.
    /// </summary>
    public IReadOnlyList<UsedSubscription> Changed(Transaction tx, long after, long until, DateOnly today) =>
        tx.Query<UsedSubscription>(
            """
            SELECT p.subscription_id, u.line_user_id, COALESCE(b.percent, 100) AS band, SUM(p.left_kb) AS left_kb, SUM(p.volume_kb) AS volume_kb
            FROM data_parts p
            JOIN user_links u ON u.subscription_id = p.subscription_id
            LEFT JOIN data_bands b ON b.subscription_id = p.subscription_id
            WHERE p.from_day <= @today AND p.last_day >= @today AND p.subscription_id IN (
                SELECT q.subscription_id FROM data_entries e JOIN data_parts q ON q.id = e.part_id WHERE e.id > @after AND e.id <= @until)
            GROUP BY p.subscription_id, u.line_user_id, b.percent
            HAVING SUM(CASE WHEN p.kind = 'plan' THEN 1 ELSE 0 END) > 0
            """,
            new { after, until, today });

    public int Band(Transaction tx, long subscriptionId) =>
        tx.Find<int?>("SELECT percent FROM data_bands WHERE subscription_id = @subscriptionId", new { subscriptionId }) ?? Bands.Full;

    public void Keep(Transaction tx, long subscriptionId, int percent) =>
        tx.Execute(
            """
            INSERT INTO data_bands (subscription_id, percent) VALUES (@subscriptionId, @percent)
            ON CONFLICT (subscription_id) DO UPDATE SET percent = excluded.percent
            """,
            new { subscriptionId, percent });

    /// <summary>Subscriptions with a user whose carry-over ends between two days, by id, after <paramref name="afterId"/>.</summary>
    /// <param name="leastKb">What is not worth speaking of is less.</param>
    public IReadOnlyList<EndingCarryOver> Ending(Transaction tx, long afterId, DateOnly today, DateOnly until, long leastKb, int limit) =>
        tx.Query<EndingCarryOver>(
            """
            SELECT p.subscription_id, u.line_user_id, MIN(p.last_day) AS last_day
            FROM data_parts p JOIN user_links u ON u.subscription_id = p.subscription_id
            WHERE p.kind = 'carry-over' AND p.from_day <= @today AND p.last_day >= @today AND p.last_day <= @until AND p.left_kb >= @leastKb
              AND p.subscription_id > @afterId
            GROUP BY p.subscription_id, u.line_user_id ORDER BY p.subscription_id LIMIT @limit
            """,
            new { afterId, today, until, leastKb, limit });
}

/// <summary>A subscription with its user and what it has today.</summary>
public sealed record UsedSubscription
{
    public required long SubscriptionId { get; init; }

    public required string LineUserId { get; init; }

    /// <summary>The level at which it was last seen.</summary>
    public required int Band { get; init; }

    public required long LeftKb { get; init; }

    public required long VolumeKb { get; init; }
}

/// <summary>A subscription that is about to lose data carried over.</summary>
public sealed record EndingCarryOver
{
    public required long SubscriptionId { get; init; }

    public required string LineUserId { get; init; }

    public required DateOnly LastDay { get; init; }
}
