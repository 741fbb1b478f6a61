using LineBot.Storage;

namespace LineBot.Inquiries;

/// <summary>Removes old inquiries, and questions that never became one, from all tables that hold something of them.</summary>
public sealed class ForgettingStore
{
    private static readonly string[] OfInquiry =
    [
        "DELETE FROM inquiry_contents WHERE message_id IN (SELECT id FROM inquiry_messages WHERE inquiry_id = @id)",
        "DELETE FROM inquiry_attachments WHERE message_id IN (SELECT id FROM inquiry_messages WHERE inquiry_id = @id)",
        "DELETE FROM inquiry_messages WHERE inquiry_id = @id",
        "DELETE FROM inquiry_notes WHERE inquiry_id = @id",
        "DELETE FROM inquiry_proposals WHERE inquiry_id = @id",
        "DELETE FROM inquiry_questions WHERE inquiry_id = @id",
        "DELETE FROM inquiries WHERE id = @id",
    ];

    /// <returns>How many inquiries or questions were forgotten, whichever is more; <paramref name="limit"/> at most.</returns>
    public int Forget(Transaction tx, DateTimeOffset before, int limit)
    {
        var closed = tx.Query<long>("SELECT id FROM inquiries WHERE closed_at < @before ORDER BY closed_at LIMIT @limit", new { before, limit });
        foreach (var id in closed)
        {
            foreach (var statement in OfInquiry)
                tx.Execute(statement, new { id });
        }
        var questions = tx.Execute(
            """
            DELETE FROM inquiry_questions WHERE id IN
                (SELECT id FROM inquiry_questions WHERE inquiry_id IS NULL AND at < @before ORDER BY at LIMIT @limit)
            """, new { before, limit });
        return Math.Max(closed.Count, questions);
    }
}
