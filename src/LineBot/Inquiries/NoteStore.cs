using LineBot.Storage;

namespace LineBot.Inquiries;

/// <summary>What an operator noted for colleagues.</summary>
public sealed record InquiryNote(long Id, long InquiryId, string OperatorName, string Text, DateTimeOffset At);

/// <summary>Operators' notes on inquiries. No customer sees them.</summary>
public sealed class NoteStore
{
    /// <returns>The note's id.</returns>
    public long Add(Transaction tx, long inquiryId, string operatorName, string text, DateTimeOffset now) =>
        tx.Get<long>(
            "INSERT INTO inquiry_notes (inquiry_id, operator_name, text, at) VALUES (@inquiryId, @operatorName, @text, @now) RETURNING id",
            new { inquiryId, operatorName, text, now });

    /// <summary>The newest notes of an inquiry, oldest first.</summary>
    public IReadOnlyList<InquiryNote> Of(Transaction tx, long inquiryId, int limit = 100) =>
        [.. tx.Query<InquiryNote>(
            "SELECT id, inquiry_id, operator_name, text, at FROM inquiry_notes WHERE inquiry_id = @inquiryId ORDER BY id DESC LIMIT @limit",
            new { inquiryId, limit }).Reverse()];
}
