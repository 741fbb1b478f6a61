using System.Data.Common;
using System.Globalization;
using LineBot.Storage;

namespace LineBot.Data;

/// <summary>The parts of each subscription's data and the entries that explain them.</summary>
public sealed class PartStore
{
    private static readonly string[] Kinds = ["carry-over", "present", "plan", "top-up"];
    private static readonly string[] Reasons = ["granted", "used", "carried", "given", "received", "returned", "bought"];

    private const string Columns = "id, kind, from_day, from_used_kb, last_day, source_id, volume_kb, left_kb";

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

    /// <summary>Writes <paramref name="entry"/> into the part's account.</summary>
    /// <exception cref="InvalidOperationException">The part would fall below zero; nothing may be kept of this transaction.</exception>
    public void Book(Transaction tx, DataEntry entry, DateTimeOffset now)
    {
        const string move = """
            UPDATE data_parts SET left_kb = left_kb + @2, volume_kb = volume_kb + @3
            WHERE id = @1 AND left_kb + @2 >= 0 AND volume_kb + @3 >= 0
            """;
        const string explain = """
            INSERT INTO data_entries (part_id, day, reason, kb, present_id, top_up_id, booked_at, share_id, from_used_kb)
            VALUES (@1, @2, @3, @4, @5, @6, @7, @8, @9)
            """;
        var volume = entry.Reason == EntryReason.Used ? 0 : entry.Kb;
        if (tx.Prepared(move).With(entry.PartId, entry.Kb, volume).Execute() == 0)
            throw new InvalidOperationException($"Part {entry.PartId} cannot take {entry.Kb} KB ({entry.Reason}).");
        tx.Prepared(explain)
            .With(
                entry.PartId, entry.Day.Stored(), Reasons[(int)entry.Reason], entry.Kb, entry.PresentId, entry.TopUpId, now.ToUnixTimeMilliseconds(),
                entry.ShareId, entry.FromUsedKb)
            .Execute();
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

    /// <summary>What was left, as it was known at <paramref name="instant"/>; later reports and corrections do not change the answer.</summary>
    public long LeftAt(Transaction tx, long subscriptionId, DateTimeOffset instant)
    {
        const string sql = """
            SELECT COALESCE(SUM(e.kb), 0) FROM data_entries e JOIN data_parts p ON p.id = e.part_id
            WHERE p.subscription_id = @1 AND p.from_day <= @2 AND p.last_day >= @2 AND e.booked_at <= @3
            """;
        var day = Language.JapanTime.DayOf(instant).Stored();
        return Convert.ToInt64(tx.Prepared(sql).With(subscriptionId, day, instant.ToUnixTimeMilliseconds()).Scalar(), CultureInfo.InvariantCulture);
    }

    private static EntryReason Reason(string stored) => (EntryReason)Array.IndexOf(Reasons, stored);

    private static DataPart Part(DbDataReader row) => new(
        row.GetInt64(0), (PartKind)Array.IndexOf(Kinds, row.GetString(1)), Days.Parse(row.GetString(2)), row.GetInt64(3),
        Days.Parse(row.GetString(4)), row.IsDBNull(5) ? null : row.GetInt64(5), row.GetInt64(6), row.GetInt64(7));
}

/// <summary>What was taken out of one part.</summary>
public sealed record TakenPart
{
    public required long PartId { get; init; }

    public required DateOnly LastDay { get; init; }

    public required long Kb { get; init; }
}
