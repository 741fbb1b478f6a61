using LineBot.Storage;

namespace LineBot.Notices;

/// <summary>What was told to whom and why, or why not; and what waits for the morning.</summary>
public sealed class NoticeStore
{
    private static readonly string[] States = ["held", "told", "switched-off", "unreachable", "over-budget", "late"];

    /// <summary>What became of a cause that was decided before; null for a new one.</summary>
    public NoticeState? Find(Transaction tx, string lineUserId, string cause)
    {
        var state = tx.Prepared("SELECT state FROM notices WHERE line_user_id = @1 AND cause = @2").With(lineUserId, cause).Scalar();
        return state is string name ? (NoticeState)Array.IndexOf(States, name) : null;
    }

    /// <summary>Writes a decision down. False where this cause was decided meanwhile: nothing may be told then.</summary>
    /// <param name="messages">What to tell; only of a held notice.</param>
    /// <param name="lateFrom">When it is no help any more; null for never.</param>
    public bool Add(
        Transaction tx, string lineUserId, NoticeKind kind, string cause, NoticeState state, byte[]? messages, DateTimeOffset dueAt,
        DateTimeOffset? lateFrom, DateTimeOffset now)
    {
        const string sql = """
            INSERT INTO notices (line_user_id, cause, kind, state, messages, decided_at, due_at, late_from) VALUES (@1, @2, @3, @4, @5, @6, @7, @8)
            ON CONFLICT (line_user_id, cause) DO NOTHING
            """;
        return tx.Prepared(sql).With(
            lineUserId, cause, kind.Id(), States[(int)state], messages, now.ToUnixTimeMilliseconds(), dueAt.ToUnixTimeMilliseconds(),
            lateFrom?.ToUnixTimeMilliseconds()).Execute() > 0;
    }

    /// <summary>Whether a notice waits whose time has come.</summary>
    public bool HasDue(Transaction tx, DateTimeOffset now) =>
        tx.Get<bool>("SELECT EXISTS (SELECT 1 FROM notices WHERE state = 'held' AND due_at <= @now)", new { now });

    /// <summary>Notices whose time has come, the oldest first.</summary>
    public IReadOnlyList<HeldNotice> Due(Transaction tx, DateTimeOffset now, int limit) =>
        tx.Query<HeldNotice>(
            "SELECT id, line_user_id, cause, kind AS kind_id, messages, late_from FROM notices WHERE state = 'held' AND due_at <= @now ORDER BY due_at, id LIMIT @limit",
            new { now, limit });

    /// <summary>Ends the waiting of a held notice.</summary>
    public void Settle(Transaction tx, long id, NoticeState state, DateTimeOffset now) =>
        tx.Execute(
            "UPDATE notices SET state = @state, messages = NULL, decided_at = @now WHERE id = @id",
            new { id, state = States[(int)state], now });

    /// <summary>Counts a notice that the month's budget had no room for, and returns how many of its kind there were.</summary>
    /// <param name="month">Japanese, <c>2026-11</c>.</param>
    public long CountDrop(Transaction tx, string month, NoticeKind kind) =>
        tx.Get<long>(
            """
            INSERT INTO notice_drops (month, kind, number) VALUES (@month, @kind, 1)
            ON CONFLICT (month, kind) DO UPDATE SET number = notice_drops.number + 1 RETURNING number
            """,
            new { month, kind = kind.Id() });

    /// <summary>Forgets what was decided before <paramref name="before"/>, at most <paramref name="limit"/> at a time.</summary>
    public int Forget(Transaction tx, DateTimeOffset before, int limit) =>
        tx.Execute(
            "DELETE FROM notices WHERE id IN (SELECT id FROM notices WHERE state <> 'held' AND decided_at < @before LIMIT @limit)",
            new { before, limit });
}

/// <summary>A notice that waits for the morning, with its messages as they go on the wire.</summary>
public sealed record HeldNotice
{
    public required long Id { get; init; }

    public required string LineUserId { get; init; }

    public required string Cause { get; init; }

    public required string KindId { get; init; }

    public required byte[] Messages { get; init; }

    /// <summary>When it is no help any more; null for never.</summary>
    public DateTimeOffset? LateFrom { get; init; }

    public NoticeKind Kind => NoticeKinds.Find(KindId) ?? throw new InvalidOperationException($"There is no kind '{KindId}' of notices.");
}
