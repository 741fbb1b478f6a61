using LineBot.Outbox;
using LineBot.Storage;

namespace LineBot.Inquiries;

/// <summary>
/// Who has which inquiry. Every change names what it expects to find, so that of two operators who reach for one inquiry
/// one gets it and the other learns who.
/// </summary>
public sealed class QueueStore
{
    private const string Columns =
        """
        id, line_user_id, opened_at, waiting_since, closed_at, closed_by, taken_by, taken_at, first_taken_at, active_at,
        CASE WHEN reply_token IS NULL THEN NULL ELSE reply_token_until END AS reply_token_until, score, score_reason
        """;

    /// <summary>The inquiries that nobody has taken, in the order in which they are to be taken.</summary>
    public IReadOnlyList<Inquiry> ListWaiting(Transaction tx, int limit = 100) =>
        tx.Query<Inquiry>(
            $"SELECT {Columns} FROM inquiries WHERE closed_at IS NULL AND taken_by IS NULL ORDER BY opened_at, id LIMIT @limit", new { limit });

    /// <summary>The open inquiries that an operator has; those with an unanswered message first, the longest waiting at the top.</summary>
    public IReadOnlyList<Inquiry> ListWith(Transaction tx, string operatorName, int limit = 100) =>
        tx.Query<Inquiry>(
            $"""
            SELECT {Columns} FROM inquiries WHERE closed_at IS NULL AND taken_by = @operatorName
            ORDER BY CASE WHEN waiting_since IS NULL THEN 1 ELSE 0 END, waiting_since, id LIMIT @limit
            """, new { operatorName, limit });

    public int CountWaiting(Transaction tx) =>
        tx.Get<int>("SELECT COUNT(*) FROM inquiries WHERE closed_at IS NULL AND taken_by IS NULL");

    /// <returns>False where it is closed or somebody has it; nothing changed then.</returns>
    public bool Take(Transaction tx, long inquiryId, string operatorName, DateTimeOffset now) =>
        tx.Execute(
            """
            UPDATE inquiries SET taken_by = @operatorName, taken_at = @now, first_taken_at = COALESCE(first_taken_at, @now), active_at = @now
            WHERE id = @inquiryId AND closed_at IS NULL AND taken_by IS NULL
            """, new { inquiryId, operatorName, now }) == 1;

    /// <param name="from">Who has it.</param>
    /// <param name="to">Who gets it; null puts it back into the queue, at its old place.</param>
    /// <returns>False where it is closed or <paramref name="from"/> does not have it; nothing changed then.</returns>
    public bool Move(Transaction tx, long inquiryId, string from, string? to, DateTimeOffset now) =>
        tx.Execute(
            """
            UPDATE inquiries SET taken_by = @to, taken_at = @takenAt WHERE id = @inquiryId AND closed_at IS NULL AND taken_by = @from
            """, new { inquiryId, from, to, takenAt = to is null ? (DateTimeOffset?)null : now }) == 1;

    /// <summary>Keeps the reply token that a message left unspent; the newest is the one that lives longest.</summary>
    public void KeepReplyToken(Transaction tx, long inquiryId, string token, DateTimeOffset until) =>
        tx.Execute("UPDATE inquiries SET reply_token = @token, reply_token_until = @until WHERE id = @inquiryId", new { inquiryId, token, until });

    /// <summary>Hands the kept reply token out, once; null where there is none or it ran out.</summary>
    public SpareToken? SpendReplyToken(Transaction tx, long inquiryId, DateTimeOffset now)
    {
        var spare = tx.Find<SpareToken>(
            "SELECT reply_token AS token, reply_token_until AS until FROM inquiries WHERE id = @inquiryId AND reply_token IS NOT NULL", new { inquiryId });
        tx.Execute("UPDATE inquiries SET reply_token = NULL WHERE id = @inquiryId AND reply_token IS NOT NULL", new { inquiryId });
        return spare is { } found && now < found.Until ? found : null;
    }

    /// <summary>How long customers waited until somebody took their inquiry, the newest first.</summary>
    /// <param name="since">Only those taken since then.</param>
    public IReadOnlyList<Wait> RecentWaits(Transaction tx, DateTimeOffset since, int limit) =>
        tx.Query<Wait>(
            """
            SELECT opened_at AS since, first_taken_at AS until FROM inquiries WHERE first_taken_at >= @since
            ORDER BY first_taken_at DESC, id DESC LIMIT @limit
            """, new { since, limit });
}

/// <summary>How long one customer waited.</summary>
public sealed record Wait(DateTimeOffset Since, DateTimeOffset Until);
