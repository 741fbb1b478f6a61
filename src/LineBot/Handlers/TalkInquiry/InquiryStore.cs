using LineBot.Storage;

namespace LineBot.Handlers.TalkInquiry;

/// <summary>The inquiries and what was said in them.</summary>
public sealed class InquiryStore
{
    private const string Columns = "id, line_user_id, opened_at, waiting_since, closed_at, closed_by";

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
            SELECT id, inquiry_id, author, operator_name, kind, text, line_message_id, at, unsent_at
            FROM inquiry_messages WHERE inquiry_id = @inquiryId ORDER BY id DESC LIMIT @limit
            """, new { inquiryId, limit }).Reverse()];

    /// <summary>Opens an inquiry. The customer must have none open.</summary>
    /// <returns>Its id.</returns>
    public long Open(Transaction tx, string lineUserId, DateTimeOffset now) =>
        tx.Get<long>(
            "INSERT INTO inquiries (line_user_id, opened_at) VALUES (@lineUserId, @now) RETURNING id",
            new { lineUserId, now });

    /// <summary>Adds what the customer sent. From the first of them on, until somebody answers, the inquiry waits.</summary>
    /// <param name="text">Already masked.</param>
    /// <returns>False where this very message was added before.</returns>
    public bool AddFromCustomer(Transaction tx, long inquiryId, string kind, string text, string? lineMessageId, DateTimeOffset now)
    {
        var added = tx.Execute(
            """
            INSERT INTO inquiry_messages (inquiry_id, author, kind, text, line_message_id, at)
            VALUES (@inquiryId, 'customer', @kind, @text, @lineMessageId, @now) ON CONFLICT (line_message_id) DO NOTHING
            """, new { inquiryId, kind, text, lineMessageId, now }) == 1;
        if (added)
            tx.Execute("UPDATE inquiries SET waiting_since = @now WHERE id = @inquiryId AND waiting_since IS NULL", new { inquiryId, now });
        return added;
    }

    /// <summary>Adds an operator's answer; the inquiry no longer waits.</summary>
    /// <returns>The message's id.</returns>
    public long AddFromOperator(Transaction tx, long inquiryId, string operatorName, string text, DateTimeOffset now)
    {
        tx.Execute("UPDATE inquiries SET waiting_since = NULL WHERE id = @inquiryId", new { inquiryId });
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

    /// <summary>How many other open inquiries wait and have waited longer.</summary>
    public int CountAhead(Transaction tx, long inquiryId) =>
        tx.Get<int>(
            """
            SELECT COUNT(*) FROM inquiries other JOIN inquiries mine ON mine.id = @inquiryId
            WHERE other.closed_at IS NULL AND (other.waiting_since < mine.waiting_since
                OR (other.waiting_since = mine.waiting_since AND other.id < mine.id))
            """, new { inquiryId });

    /// <param name="by"><c>customer</c> or <c>operator</c>.</param>
    /// <returns>False where it was closed already.</returns>
    public bool Close(Transaction tx, long inquiryId, string by, DateTimeOffset now) =>
        tx.Execute(
            "UPDATE inquiries SET closed_at = @now, closed_by = @by, waiting_since = NULL WHERE id = @inquiryId AND closed_at IS NULL",
            new { inquiryId, by, now }) == 1;

    /// <summary>Forgets the text of a message that its author took back. Its place in the talk stays.</summary>
    /// <returns>False where this customer sent no such message into an inquiry.</returns>
    public bool Unsend(Transaction tx, string lineUserId, string lineMessageId, DateTimeOffset now) =>
        tx.Execute(
            """
            UPDATE inquiry_messages SET text = '', unsent_at = @now
            WHERE line_message_id = @lineMessageId AND inquiry_id IN (SELECT id FROM inquiries WHERE line_user_id = @lineUserId)
            """, new { lineUserId, lineMessageId, now }) == 1;
}
