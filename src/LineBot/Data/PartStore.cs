using LineBot.Storage;

namespace LineBot.Data;

/// <summary>The parts of each subscription's data and the entries that explain them.</summary>
public sealed class PartStore
{
    private static readonly string[] Kinds = ["carry-over", "present", "plan", "top-up"];
    private static readonly string[] Reasons = ["granted", "used", "carried", "given", "received", "returned", "bought"];

    private const string Columns = "id, kind, from_day, from_used_kb, last_day, source_id, volume_kb, left_kb";

    /// <summary>The parts are bounded as well: PostgreSQL would go through those of everybody turned so far, each time anew.</summary>
    internal const string OfNotTurned =
        """
        SELECT s.id FROM subscriptions s
        WHERE s.id > @afterId AND s.ended_at IS NULL AND s.activated_at < @tomorrow AND NOT EXISTS (
            SELECT 1 FROM data_parts p
            WHERE p.subscription_id = s.id AND p.subscription_id > @afterId AND p.last_day >= @today AND p.kind = 'plan')
        ORDER BY s.id LIMIT @most
        """;

    private static readonly ManyRows Explain = new(
        "INSERT INTO data_entries (part_id, day, reason, kb, present_id, top_up_id, booked_at, share_id, from_used_kb) VALUES", 9);

    /// <summary>The parts that are usable on <paramref name="day"/> or later, in the order of use.</summary>
    public IReadOnlyList<DataPart> From(Transaction tx, long subscriptionId, DateOnly day)
    {
        const string sql = $"SELECT {Columns} FROM data_parts WHERE subscription_id = @1 AND last_day >= @2";
        var parts = new List<DataPart>(4);
        using (var rows = tx.Prepared(sql).With(subscriptionId, day.Stored()).Read())
        {
            while (rows.Read())
                parts.Add(Part(rows));
        }
        parts.Sort(DataPart.ByUse);
        return parts;
    }

    /// <summary>The plan part of the latest month that was granted, or null before the first.</summary>
    public DataPart? LatestPlan(Transaction tx, long subscriptionId)
    {
        const string sql = $"SELECT {Columns} FROM data_parts WHERE subscription_id = @1 AND kind = 'plan' ORDER BY from_day DESC LIMIT 1";
        using var rows = tx.Prepared(sql).With(subscriptionId).Read();
        return rows.Read() ? Part(rows) : null;
    }

    /// <summary>Active subscriptions, by id after <paramref name="afterId"/>, whose month of <paramref name="today"/> is not granted yet.</summary>
    public IReadOnlyList<long> NotTurned(Transaction tx, DateOnly today, long afterId, int most) =>
        tx.Query<long>(OfNotTurned, new { today, afterId, most, tomorrow = Language.JapanTime.StartOf(today.AddDays(1)) });

    /// <summary>Opens a part that holds nothing yet and returns its id. A second plan or carry-over part of one month is an error.</summary>
    public long Open(
        Transaction tx, long subscriptionId, PartKind kind, DateOnly fromDay, long fromUsedKb, DateOnly lastDay, long? sourceId = null)
    {
        const string sql = """
            INSERT INTO data_parts (subscription_id, kind, from_day, from_used_kb, last_day, source_id)
            VALUES (@1, @2, @3, @4, @5, @6) RETURNING id
            """;
        return (long)tx.Prepared(sql)
            .With(subscriptionId, Kinds[(int)kind], fromDay.Stored(), fromUsedKb, lastDay.Stored(), sourceId).Scalar()!;
    }

    /// <inheritdoc cref="Book(Transaction, IReadOnlyList{DataEntry}, DateTimeOffset)"/>
    public void Book(Transaction tx, DataEntry entry, DateTimeOffset now) => Book(tx, [entry], now);

    /// <summary>Writes entries into their parts' accounts.</summary>
    /// <exception cref="InvalidOperationException">A part would fall below zero; nothing may be kept of this transaction.</exception>
    public void Book(Transaction tx, IReadOnlyList<DataEntry> entries, DateTimeOffset now)
    {
        const string move = """
            UPDATE data_parts SET left_kb = left_kb + @2, volume_kb = volume_kb + @3
            WHERE id = @1 AND left_kb + @2 >= 0 AND volume_kb + @3 >= 0
            """;
        var moves = new List<(DataEntry Entry, long LeftKb, Func<int> Changed)>(entries.Count);
        foreach (var ofPart in entries.GroupBy(entry => entry.PartId))
        {
            var (left, volume) = (ofPart.Sum(entry => entry.Kb), ofPart.Where(entry => entry.Reason != EntryReason.Used).Sum(entry => entry.Kb));
            moves.Add((ofPart.Last(), left, tx.Prepared(move).With(ofPart.Key, left, volume).ExecuteLater()));
        }
        var bookedAt = now.ToUnixTimeMilliseconds();
        Explain.Execute(tx, [.. entries.Select(entry => (object?[])[
            entry.PartId, entry.Day.Stored(), Reasons[(int)entry.Reason], entry.Kb, entry.PresentId, entry.TopUpId, bookedAt, entry.ShareId, entry.FromUsedKb])]);
        foreach (var (entry, leftKb, changed) in moves)
        {
            if (changed() == 0)
                throw new InvalidOperationException($"Part {entry.PartId} cannot take {leftKb} KB ({entry.Reason}).");
        }
    }

    /// <summary>What was charged to a part, and carried into or out of it, for each day from <paramref name="day"/> on.</summary>
    public IReadOnlyList<DataEntry> Movements(Transaction tx, long partId, DateOnly day)
    {
        const string sql = """
            SELECT day, reason, SUM(kb) FROM data_entries
            WHERE part_id = @1 AND day >= @2 AND reason IN ('used', 'carried') GROUP BY day, reason
            """;
        var entries = new List<DataEntry>();
        using var rows = tx.Prepared(sql).With(partId, day.Stored()).Read();
        while (rows.Read())
            entries.Add(new DataEntry(partId, Days.Parse(rows.GetString(0)), Reason(rows.GetString(1)), rows.GetInt64(2)));
        return entries;
    }

    /// <summary>
    /// What came back into a part on <paramref name="day"/> or later, and what was given away since, in the order of booking;
    /// empty for the many parts into which nothing came back.
    /// </summary>
    public IReadOnlyList<DataEntry> SinceReturn(Transaction tx, long partId, DateOnly day)
    {
        const string sql = """
            SELECT day, reason, kb, from_used_kb FROM data_entries
            WHERE part_id = @1 AND reason IN ('given', 'returned') AND id >= (
                SELECT MIN(id) FROM data_entries WHERE part_id = @1 AND reason = 'returned' AND day >= @2)
            ORDER BY id
            """;
        var entries = new List<DataEntry>();
        using var rows = tx.Prepared(sql).With(partId, day.Stored()).Read();
        while (rows.Read())
        {
            entries.Add(new DataEntry(partId, Days.Parse(rows.GetString(0)), Reason(rows.GetString(1)), rows.GetInt64(2))
            {
                FromUsedKb = rows.IsDBNull(3) ? null : rows.GetInt64(3),
            });
        }
        return entries;
    }

    /// <summary>Whether something came back into a part on <paramref name="day"/> or later.</summary>
    public bool HasReturnSince(Transaction tx, long partId, DateOnly day)
    {
        const string sql = "SELECT 1 FROM data_entries WHERE part_id = @1 AND day >= @2 AND reason = 'returned' LIMIT 1";
        return tx.Prepared(sql).With(partId, day.Stored()).Scalar() is not null;
    }

    /// <summary>By part: what was taken for a present behind a link, in KB, with the day at whose end the part expires.</summary>
    public IReadOnlyList<TakenPart> TakenFor(Transaction tx, long shareId) =>
        tx.Query<TakenPart>(
            """
            SELECT p.id AS part_id, p.last_day, -SUM(e.kb) AS kb FROM data_entries e JOIN data_parts p ON p.id = e.part_id
            WHERE e.share_id = @shareId AND e.reason = 'given' GROUP BY p.id, p.last_day ORDER BY p.id
            """, new { shareId });

    /// <summary>The whole account of a part, oldest entry first.</summary>
    public IReadOnlyList<DataEntry> Entries(Transaction tx, long partId)
    {
        const string sql = "SELECT day, reason, kb, present_id, top_up_id FROM data_entries WHERE part_id = @1 ORDER BY id";
        var entries = new List<DataEntry>();
        using var rows = tx.Prepared(sql).With(partId).Read();
        while (rows.Read())
        {
            entries.Add(new DataEntry(partId, Days.Parse(rows.GetString(0)), Reason(rows.GetString(1)), rows.GetInt64(2))
            {
                PresentId = rows.IsDBNull(3) ? null : rows.GetInt64(3),
                TopUpId = rows.IsDBNull(4) ? null : rows.GetInt64(4),
            });
        }
        return entries;
    }

    /// <summary>
    /// The parts that were usable at <paramref name="instant"/>, each with what it held as it was known then;
    /// later reports and corrections do not change the answer.
    /// </summary>
    public IReadOnlyList<DataPart> At(Transaction tx, long subscriptionId, DateTimeOffset instant)
    {
        const string sql = """
            SELECT p.id, p.kind, p.from_day, p.from_used_kb, p.last_day, p.source_id,
                   SUM(CASE WHEN e.reason = 'used' THEN 0 ELSE e.kb END), SUM(e.kb)
            FROM data_entries e JOIN data_parts p ON p.id = e.part_id
            WHERE p.subscription_id = @1 AND p.from_day <= @2 AND p.last_day >= @2 AND e.booked_at <= @3
            GROUP BY p.id, p.kind, p.from_day, p.from_used_kb, p.last_day, p.source_id
            """;
        var day = Language.JapanTime.DayOf(instant).Stored();
        var parts = new List<DataPart>();
        using (var rows = tx.Prepared(sql).With(subscriptionId, day, instant.ToUnixTimeMilliseconds()).Read())
        {
            while (rows.Read())
                parts.Add(Part(rows));
        }
        parts.Sort(DataPart.ByUse);
        return parts;
    }

    internal static EntryReason Reason(string stored) => (EntryReason)Array.IndexOf(Reasons, stored);

    internal static PartKind Kind(string stored) => (PartKind)Array.IndexOf(Kinds, stored);

    private static DataPart Part(PreparedRows row) => new(
        row.GetInt64(0), Kind(row.GetString(1)), Days.Parse(row.GetString(2)), row.GetInt64(3),
        Days.Parse(row.GetString(4)), row.IsDBNull(5) ? null : row.GetInt64(5), row.GetInt64(6), row.GetInt64(7));
}

/// <summary>What was taken out of one part.</summary>
public sealed record TakenPart
{
    public required long PartId { get; init; }

    public required DateOnly LastDay { get; init; }

    public required long Kb { get; init; }
}
