using LineBot.Storage;

namespace LineBot.Outbox;

/// <summary>What has to reach LINE, and what became of it. What was said is kept only until then: it may hold links that are money.</summary>
public sealed class OutboxStore
{
    private const string Ours = " WHERE id = @1 AND status = 0 AND owner IS NOT DISTINCT FROM @2";

    private static readonly string[] KindNames = ["reply", "push", "menu"];
    private static readonly byte[] Nothing = [];

    public LaneStore Table { get; } = new(
        "outbox", "id",
        ["webhook_event_id", "chat_id", "kind", "reply_token", "token_until", "messages", "retry_key", "created_at", "expires_at", "tried_at"]);

    /// <summary>
    /// Stores a message and returns it with its id. <paramref name="message"/>'s own id does not count, nor does its mark as tried where it
    /// turns out that somebody else sends it, or something else first.
    /// </summary>
    public OutgoingMessage Add(Transaction tx, OutgoingMessage message, string? webhookEventId, DateTimeOffset now)
    {
        var row = Table.Insert(
            tx, webhookEventId, message.ChatId, KindNames[(int)message.Kind], message.ReplyToken, message.TokenUntil.ToUnixTimeMilliseconds(),
            message.Messages, message.RetryKey.ToString("N"), now.ToUnixTimeMilliseconds(), message.ExpiresAt.ToUnixTimeMilliseconds(),
            message.IsMarkedTried ? now.ToUnixTimeMilliseconds() : null)!.Value;
        var stored = message with { Id = row.Id, Owner = row.Owner, Before = row.Before, IsMarkedTried = message.IsMarkedTried && row.IsNext };
        if (message.IsMarkedTried && !row.IsNext)
            tx.Prepared("UPDATE outbox SET tried_at = NULL WHERE id = @1").With(row.Id).ExecuteLater();
        return stored;
    }

    /// <summary>Notes that LINE is about to see this message. Committed before the call, so that a crash in it leaves a trace.</summary>
    /// <exception cref="NotOursException">It has its outcome already, or is another node's by now; so with each of these notes.</exception>
    public void MarkTried(Transaction tx, OutgoingMessage message, DateTimeOffset now) =>
        Mark(tx, $"UPDATE outbox SET tried_at = @3{Ours}", message, now.ToUnixTimeMilliseconds());

    /// <summary>
    /// Notes that the reply token shows nothing any more. Committed before the first push of an answer: whoever goes on with it pushes,
    /// too, with the same key, and what one node pushes no other replies.
    /// </summary>
    public void GiveTokenUp(Transaction tx, OutgoingMessage message) => Mark(tx, $"UPDATE outbox SET reply_token = NULL{Ours}", message);

    /// <summary>Notes an attempt that LINE certainly did not take.</summary>
    public void MarkUnheard(Transaction tx, OutgoingMessage message, string error) =>
        Mark(tx, $"UPDATE outbox SET tried_at = NULL, attempts = attempts + 1, last_error = @3{Ours}", message, error);

    /// <summary>Notes an attempt of which it is not known whether LINE took it.</summary>
    public void MarkUnanswered(Transaction tx, OutgoingMessage message, string error) =>
        Mark(tx, $"UPDATE outbox SET attempts = attempts + 1, last_error = @3{Ours}", message, error);

    /// <param name="wentBy"><c>reply</c> or <c>push</c>; null for a menu.</param>
    public void MarkSent(Transaction tx, OutgoingMessage message, string? wentBy, DateTimeOffset now) =>
        Mark(tx, $"UPDATE outbox SET status = 1, settled_at = @3, went_by = @4, messages = @5{Ours}", message, now.ToUnixTimeMilliseconds(), wentBy, Nothing);

    public void MarkExpired(Transaction tx, OutgoingMessage message, DateTimeOffset now) =>
        Mark(tx, $"UPDATE outbox SET status = 2, settled_at = @3, messages = @4{Ours}", message, now.ToUnixTimeMilliseconds(), Nothing);

    /// <summary>LINE will not take this message however often it is sent.</summary>
    public void MarkRefused(Transaction tx, OutgoingMessage message, string error, DateTimeOffset now) =>
        Mark(tx, $"UPDATE outbox SET status = 3, attempts = attempts + 1, last_error = @3, settled_at = @4, messages = @5{Ours}", message, error, now.ToUnixTimeMilliseconds(), Nothing);

    /// <summary>One message as it was stored.</summary>
    public OutgoingMessage Get(Transaction tx, long id)
    {
        const string sql = """
            SELECT outbox.id, outbox.kind, outbox.chat_id, outbox.reply_token, outbox.token_until, outbox.messages, outbox.retry_key,
                outbox.expires_at, outbox.tried_at, outbox.created_at, inbox.received_at, inbox.trace, outbox.owner
            FROM outbox LEFT JOIN inbox ON inbox.webhook_event_id = outbox.webhook_event_id WHERE outbox.id = @1
            """;
        using var row = tx.Prepared(sql).With(id).Read();
        return row.Read() ? Read(row) : throw new KeyNotFoundException($"There is no message {id}.");
    }

    /// <summary>How many pushes a Japanese month has had, <c>2026-11</c>.</summary>
    public long PushesIn(Transaction tx, string month) =>
        (long?)tx.Prepared("SELECT pushes FROM push_months WHERE month = @1").With(month).Scalar() ?? 0;

    /// <summary>Counts what LINE counts against its monthly quota.</summary>
    public void CountPush(Transaction tx, string month) =>
        tx.Prepared("INSERT INTO push_months (month, pushes) VALUES (@1, 1) ON CONFLICT (month) DO UPDATE SET pushes = push_months.pushes + 1")
            .With(month).ExecuteLater();

    /// <summary>Notes that LINE takes no more pushes in a Japanese month.</summary>
    public void NoteQuotaReached(Transaction tx, string month, DateTimeOffset now) =>
        tx.Prepared("INSERT INTO push_months (month, pushes, quota_reached_at) VALUES (@1, 0, @2) ON CONFLICT (month) DO UPDATE SET quota_reached_at = @2")
            .With(month, now.ToUnixTimeMilliseconds()).Execute();

    /// <summary>Notes that LINE has taken a push in a Japanese month: its quota may have been raised.</summary>
    public void NoteQuotaLeft(Transaction tx, string month) =>
        tx.Prepared("UPDATE push_months SET quota_reached_at = NULL WHERE month = @1 AND quota_reached_at IS NOT NULL").With(month).Execute();

    /// <summary>Whether LINE has refused a push of a Japanese month for its quota, and taken none since.</summary>
    public bool IsQuotaReached(Transaction tx, string month) =>
        tx.Prepared("SELECT quota_reached_at FROM push_months WHERE month = @1").With(month).Scalar() is long;

    /// <summary>When the newest messages that nobody had asked for reached a chat, newest first.</summary>
    public IReadOnlyList<DateTimeOffset> PushedTo(Transaction tx, string chatId, int limit) =>
        tx.Query<DateTimeOffset>(
            "SELECT settled_at FROM outbox WHERE chat_id = @chatId AND kind = 'push' AND status = 1 ORDER BY id DESC LIMIT @limit", new { chatId, limit });

    /// <summary>Forgets messages whose outcome is older than <paramref name="before"/>, at most <paramref name="limit"/> at a time.</summary>
    public int Forget(Transaction tx, DateTimeOffset before, int limit) =>
        tx.Execute("DELETE FROM outbox WHERE id IN (SELECT id FROM outbox WHERE status <> 0 AND settled_at < @before LIMIT @limit)",
            new { before = before.ToUnixTimeMilliseconds(), limit });

    private static OutgoingMessage Read(PreparedRows row) => new(
        row.GetInt64(0), (OutgoingKind)Array.IndexOf(KindNames, row.GetString(1)), row.GetString(2), row.IsDBNull(3) ? null : row.GetString(3),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(4)), row.GetBytes(5), Guid.ParseExact(row.GetString(6), "N"),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(7)), IsMarkedTried: !row.IsDBNull(8), MayHaveBeenHeard: !row.IsDBNull(8),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(9)), row.IsDBNull(10) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(10)),
        row.IsDBNull(11) ? null : row.GetString(11), row.IsDBNull(12) ? null : row.GetInt64(12));

    private static void Mark(Transaction tx, string sql, OutgoingMessage message, params ReadOnlySpan<object?> values)
    {
        if (tx.Prepared(sql).With([message.Id, message.Owner, .. values]).Execute() != 1)
            throw new NotOursException();
    }
}
