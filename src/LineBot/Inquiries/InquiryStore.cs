using LineBot.Storage;

namespace LineBot.Inquiries;

/// <summary>The inquiries and what was said in them.</summary>
public sealed class InquiryStore
{
    private const string Columns =
        """
        id, line_user_id, opened_at, waiting_since, closed_at, closed_by, taken_by, taken_at, first_taken_at, active_at,
        CASE WHEN reply_token IS NULL THEN NULL ELSE reply_token_until END AS reply_token_until, score, score_reason
        """;

    /// <summary>The inquiry that a customer has open, if any; there is never more than one.</summary>
    public Inquiry? FindOpen(Transaction tx, string lineUserId) =>
        tx.Find<Inquiry>($"SELECT {Columns} FROM inquiries WHERE line_user_id = @lineUserId AND closed_at IS NULL", new { lineUserId });

    public Inquiry? Find(Transaction tx, long id) =>
        tx.Find<Inquiry>($"SELECT {Columns} FROM inquiries WHERE id = @id", new { id });

    /// <summary>The open inquiries, those that wait for an answer first and the longest waiting at the top.</summary>
    /// <param name="limit">How many at most.</param>
    public IReadOnlyList<Inquiry> ListOpen(Transaction tx, int limit = 100) =>
        tx.Query<Inquiry>(
            $"""
            SELECT {Columns} FROM inquiries WHERE closed_at IS NULL
            ORDER BY CASE WHEN waiting_since IS NULL THEN 1 ELSE 0 END, waiting_since, id LIMIT @limit
            """, new { limit });

    /// <summary>The messages of an inquiry, oldest first.</summary>
    /// <param name="limit">How many at most; the newest are kept.</param>
    public IReadOnlyList<InquiryMessage> Read(Transaction tx, long inquiryId, int limit = 500) =>
        [.. tx.Query<InquiryMessage>(
            """
            SELECT m.id, m.inquiry_id, m.author, m.operator_name, m.kind, m.text, m.line_message_id, m.at, m.unsent_at,
                o.went_by, o.status AS sending
            FROM inquiry_messages m LEFT JOIN outbox o ON o.id = m.outbox_id
            WHERE m.inquiry_id = @inquiryId ORDER BY m.id DESC LIMIT @limit
            """, new { inquiryId, limit }).Reverse()];

    /// <summary>Opens an inquiry. The customer must have none open.</summary>
    /// <returns>Its id.</returns>
    public long Open(Transaction tx, string lineUserId, DateTimeOffset now) =>
        tx.Get<long>(
            "INSERT INTO inquiries (line_user_id, opened_at, waiting_since, active_at) VALUES (@lineUserId, @now, @now, @now) RETURNING id",
            new { lineUserId, now });

    /// <summary>Adds what the customer sent. From then on, until somebody answers, the last word is the customer's.</summary>
    /// <param name="text">Already masked.</param>
    /// <returns>The message's id; null where this very message was added before.</returns>
    public long? AddFromCustomer(Transaction tx, long inquiryId, string kind, string text, string? lineMessageId, DateTimeOffset now)
    {
        var added = tx.Find<long?>(
            """
            INSERT INTO inquiry_messages (inquiry_id, author, kind, text, line_message_id, at)
            VALUES (@inquiryId, 'customer', @kind, @text, @lineMessageId, @now) ON CONFLICT (line_message_id) DO NOTHING RETURNING id
            """, new { inquiryId, kind, text, lineMessageId, now });
        if (added is not null)
            tx.Execute("UPDATE inquiries SET waiting_since = COALESCE(waiting_since, @now), active_at = @now WHERE id = @inquiryId", new { inquiryId, now });
        return added;
    }

    /// <summary>The inquiry that a message belongs to.</summary>
    public long? InquiryOf(Transaction tx, long messageId) =>
        tx.Find<long?>("SELECT inquiry_id FROM inquiry_messages WHERE id = @messageId", new { messageId });

    /// <summary>Adds an operator's answer; the inquiry no longer waits.</summary>
    /// <returns>The message's id.</returns>
    public long AddFromOperator(Transaction tx, long inquiryId, string operatorName, string text, DateTimeOffset now)
    {
        tx.Execute("UPDATE inquiries SET waiting_since = NULL, active_at = @now WHERE id = @inquiryId", new { inquiryId, now });
        return tx.Get<long>(
            """
            INSERT INTO inquiry_messages (inquiry_id, author, operator_name, kind, text, at)
            VALUES (@inquiryId, 'operator', @operatorName, 'text', @text, @now) RETURNING id
            """, new { inquiryId, operatorName, text, now });
    }

    /// <summary>How many messages the customer sent since somebody last answered.</summary>
    public int CountUnanswered(Transaction tx, long inquiryId) =>
        tx.Get<int>(
            """
            SELECT COUNT(*) FROM inquiry_messages WHERE inquiry_id = @inquiryId
                AND id > COALESCE((SELECT MAX(id) FROM inquiry_messages WHERE inquiry_id = @inquiryId AND author = 'operator'), 0)
            """, new { inquiryId });

    /// <summary>Notes which row of the outbox carries an operator's message.</summary>
    public void SentAs(Transaction tx, long messageId, long outboxId) =>
        tx.Execute("UPDATE inquiry_messages SET outbox_id = @outboxId WHERE id = @messageId", new { messageId, outboxId });

    /// <summary>How many other inquiries are before this one in the queue of those that nobody has taken.</summary>
    public int CountAhead(Transaction tx, long inquiryId) =>
        tx.Get<int>(
            """
            SELECT COUNT(*) FROM inquiries other JOIN inquiries mine ON mine.id = @inquiryId
            WHERE other.closed_at IS NULL AND other.taken_by IS NULL
                AND (other.opened_at < mine.opened_at OR (other.opened_at = mine.opened_at AND other.id < mine.id))
            """, new { inquiryId });

    /// <param name="by"><c>customer</c> or <c>operator</c>; null where it was idle too long.</param>
    /// <returns>False where it was closed already.</returns>
    public bool Close(Transaction tx, long inquiryId, string? by, DateTimeOffset now) =>
        tx.Execute(
            "UPDATE inquiries SET closed_at = @now, closed_by = @by, waiting_since = NULL, reply_token = NULL WHERE id = @inquiryId AND closed_at IS NULL",
            new { inquiryId, by, now }) == 1;

    /// <summary>Forgets the text of a message that its author took back. Its place in the talk stays.</summary>
    /// <returns>The message; null where this customer sent no such message into an inquiry.</returns>
    public UnsentMessage? Unsend(Transaction tx, string lineUserId, string lineMessageId, DateTimeOffset now) =>
        tx.Find<UnsentMessage>(
            """
            UPDATE inquiry_messages SET text = '', unsent_at = @now
            WHERE line_message_id = @lineMessageId AND inquiry_id IN (SELECT id FROM inquiries WHERE line_user_id = @lineUserId)
            RETURNING id, inquiry_id
            """, new { lineUserId, lineMessageId, now });

    /// <summary>Notes how content the customer was with an inquiry of theirs that is over; a second tap corrects the first.</summary>
    /// <param name="score">1 to 5.</param>
    /// <param name="closedSince">Older inquiries are not judged any more.</param>
    public bool Score(Transaction tx, string lineUserId, long id, int score, DateTimeOffset closedSince) =>
        tx.Execute(
            "UPDATE inquiries SET score = @score, score_reason = NULL WHERE id = @id AND line_user_id = @lineUserId AND closed_at >= @closedSince",
            new { lineUserId, id, score, closedSince }) == 1;

    /// <summary>Notes why. There must be a score.</summary>
    public bool ScoreReason(Transaction tx, string lineUserId, long id, string reason, DateTimeOffset closedSince) =>
        tx.Execute(
            """
            UPDATE inquiries SET score_reason = @reason
            WHERE id = @id AND line_user_id = @lineUserId AND closed_at >= @closedSince AND score IS NOT NULL
            """, new { lineUserId, id, reason, closedSince }) == 1;

    /// <summary>The inquiries that an operator has and whose customer has not come back to the operator's last word since <paramref name="before"/>.</summary>
    public IReadOnlyList<Inquiry> ListIdle(Transaction tx, DateTimeOffset before, int limit) =>
        tx.Query<Inquiry>(
            $"""
            SELECT {Columns} FROM inquiries
            WHERE closed_at IS NULL AND taken_by IS NOT NULL AND waiting_since IS NULL AND active_at < @before ORDER BY active_at, id LIMIT @limit
            """, new { before, limit });
}

/// <summary>A message that its author took back.</summary>
public sealed record UnsentMessage(long Id, long InquiryId);
