using LineBot.Storage;

namespace LineBot.Inquiries;

/// <summary>The pictures, videos, sounds and files of inquiries. Only operators may be shown them.</summary>
public sealed class AttachmentStore
{
    private const string Columns = "message_id, line_message_id, state, tries, content_type, size, kept_at";

    public Attachment? Find(Transaction tx, long messageId) =>
        tx.Find<Attachment>($"SELECT {Columns} FROM inquiry_attachments WHERE message_id = @messageId", new { messageId });

    /// <summary>All attachments of an inquiry, by message.</summary>
    public IReadOnlyList<Attachment> Of(Transaction tx, long inquiryId) =>
        tx.Query<Attachment>(
            $"""
            SELECT {Columns} FROM inquiry_attachments
            WHERE message_id IN (SELECT id FROM inquiry_messages WHERE inquiry_id = @inquiryId) ORDER BY message_id
            """, new { inquiryId });

    /// <summary>The bytes; null unless they are kept.</summary>
    public byte[]? ContentOf(Transaction tx, long messageId) =>
        tx.Find<byte[]>("SELECT bytes FROM inquiry_contents WHERE message_id = @messageId", new { messageId });

    /// <summary>Has a message's content fetched.</summary>
    public void Await(Transaction tx, long messageId, string lineMessageId, DateTimeOffset now) =>
        tx.Execute(
            """
            INSERT INTO inquiry_attachments (message_id, line_message_id, state, next_try_at)
            VALUES (@messageId, @lineMessageId, 'waiting', @now) ON CONFLICT DO NOTHING
            """, new { messageId, lineMessageId, now });

    /// <summary>What is to be fetched now, the longest due first.</summary>
    public IReadOnlyList<Attachment> Due(Transaction tx, DateTimeOffset now, int limit) =>
        tx.Query<Attachment>(
            $"SELECT {Columns} FROM inquiry_attachments WHERE state = 'waiting' AND next_try_at <= @now ORDER BY next_try_at, message_id LIMIT @limit",
            new { now, limit });

    /// <summary>Keeps what was fetched, unless it was taken back meanwhile.</summary>
    public void Keep(Transaction tx, long messageId, string contentType, byte[] bytes, DateTimeOffset now)
    {
        var kept = tx.Execute(
            """
            UPDATE inquiry_attachments SET state = 'kept', content_type = @contentType, size = @size, kept_at = @now, next_try_at = NULL
            WHERE message_id = @messageId AND state = 'waiting'
            """, new { messageId, contentType, size = bytes.LongLength, now }) == 1;
        if (kept)
            tx.Execute("INSERT INTO inquiry_contents (message_id, bytes) VALUES (@messageId, @bytes)", new { messageId, bytes });
    }

    /// <summary>Notes that it was not to be had this time.</summary>
    public void TryAgain(Transaction tx, long messageId, DateTimeOffset at) =>
        tx.Execute(
            "UPDATE inquiry_attachments SET tries = tries + 1, next_try_at = @at WHERE message_id = @messageId AND state = 'waiting'", new { messageId, at });

    /// <param name="state"><c>too-large</c>, <c>gone</c> or <c>failed</c>.</param>
    public void GiveUp(Transaction tx, long messageId, string state) =>
        tx.Execute(
            "UPDATE inquiry_attachments SET state = @state, next_try_at = NULL WHERE message_id = @messageId AND state = 'waiting'", new { messageId, state });

    /// <summary>Removes what a message brought, also what is still to be fetched.</summary>
    public void Remove(Transaction tx, long messageId)
    {
        tx.Execute("DELETE FROM inquiry_contents WHERE message_id = @messageId", new { messageId });
        tx.Execute("UPDATE inquiry_attachments SET state = 'removed', next_try_at = NULL WHERE message_id = @messageId", new { messageId });
    }

    /// <summary>Removes what was kept before <paramref name="before"/>.</summary>
    /// <returns>How many, <paramref name="limit"/> at most.</returns>
    public int RemoveKeptBefore(Transaction tx, DateTimeOffset before, int limit)
    {
        var old = tx.Query<long>(
            "SELECT message_id FROM inquiry_attachments WHERE state = 'kept' AND kept_at < @before ORDER BY kept_at LIMIT @limit", new { before, limit });
        foreach (var messageId in old)
            Remove(tx, messageId);
        return old.Count;
    }
}
