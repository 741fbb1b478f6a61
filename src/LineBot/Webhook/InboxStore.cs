using System.Security.Cryptography;
using Line.Messaging;
using LineBot.Storage;

namespace LineBot.Webhook;

/// <summary>The events that LINE delivered: kept from before its 200 until they can no longer be delivered again.</summary>
public sealed class InboxStore
{
    private const int Waiting = 0;
    private const int Done = 1;
    private const int SetAside = 2;

    /// <summary>Unreadable bodies that are kept for a look.</summary>
    private const int UnreadableKept = 100;

    public LaneStore Table { get; } = new(
        "inbox", "seq", ["webhook_event_id", "chat_id", "type", "payload", "received_at", "status", "settled_at", "trace"],
        unless: "ON CONFLICT (webhook_event_id) DO NOTHING");

    /// <summary>Stores an event; null when it was delivered before, or when it needs no answer.</summary>
    /// <param name="trace">The span that brought it, as a <c>traceparent</c>.</param>
    public InboxEvent? Add(Transaction tx, WebhookEvent e, DateTimeOffset now, string? trace = null)
    {
        var id = e.WebhookEventId ?? IdOf(e);
        var chat = e.Source?.ChatId ?? "";
        var answered = WantsAnswer(e);
        var stored = Table.Insert(
            tx, id, chat, e.Type, e.Raw.ToArray(), now.ToUnixTimeMilliseconds(), answered ? Waiting : Done, answered ? null : now.ToUnixTimeMilliseconds(), trace);
        return stored is { } row && answered ? new InboxEvent(row.Id, id, chat, e, now, Trace: trace, Owner: row.Owner, Before: row.Before) : null;
    }

    /// <summary>
    /// Marks an event as answered and tells whether it was waiting for that: not when it was already, or is another node's by now. What a customer wrote is not kept: the event's id is enough to know it by,
    /// and the text may hold what its reader has to mask, or be taken back.
    /// </summary>
    public Func<bool> MarkDone(Transaction tx, InboxEvent e, DateTimeOffset now)
    {
        var changed = e.Event is MessageEvent
            ? tx.Prepared("UPDATE inbox SET status = 1, settled_at = @2, payload = @3 WHERE seq = @1 AND status = 0 AND owner IS NOT DISTINCT FROM @4")
                .With(e.Seq, now.ToUnixTimeMilliseconds(), Array.Empty<byte>(), e.Owner).ExecuteLater()
            : tx.Prepared("UPDATE inbox SET status = 1, settled_at = @2 WHERE seq = @1 AND status = 0 AND owner IS NOT DISTINCT FROM @3")
                .With(e.Seq, now.ToUnixTimeMilliseconds(), e.Owner).ExecuteLater();
        return () => changed() == 1;
    }

    /// <summary>Records a failed attempt. <paramref name="error"/> is the kind of failure, never a customer's words.</summary>
    /// <exception cref="NotOursException">It has its outcome already, or is another node's by now.</exception>
    public void MarkFailed(Transaction tx, InboxEvent e, string error, bool forGood, DateTimeOffset now)
    {
        const string sql = """
            UPDATE inbox SET attempts = attempts + 1, last_error = @2, status = @3, settled_at = @4
            WHERE seq = @1 AND status = 0 AND owner IS NOT DISTINCT FROM @5
            """;
        if (tx.Prepared(sql).With(e.Seq, error, forGood ? SetAside : Waiting, forGood ? now.ToUnixTimeMilliseconds() : null, e.Owner).Execute() != 1)
            throw new NotOursException();
    }

    /// <summary>One event as it was stored.</summary>
    public InboxEvent Get(Transaction tx, long seq)
    {
        using var row = tx.Prepared("SELECT seq, webhook_event_id, chat_id, payload, received_at, attempts, trace, owner FROM inbox WHERE seq = @1").With(seq).Read();
        return row.Read() ? Read(row) : throw new KeyNotFoundException($"There is no event {seq}.");
    }

    /// <summary>Keeps a signed body that could not be read; the oldest of them make room.</summary>
    public void KeepUnreadable(Transaction tx, byte[] body, string reason, DateTimeOffset now)
    {
        tx.Execute("INSERT INTO unreadable_webhooks (received_at, reason, body) VALUES (@now, @reason, @body)",
            new { now = now.ToUnixTimeMilliseconds(), reason, body });
        tx.Execute("DELETE FROM unreadable_webhooks WHERE id NOT IN (SELECT id FROM unreadable_webhooks ORDER BY id DESC LIMIT @UnreadableKept)",
            new { UnreadableKept });
    }

    /// <summary>Events that failed for good, newest first.</summary>
    public IReadOnlyList<SetAsideEvent> ListSetAside(Transaction tx, int limit) =>
        tx.Query<SetAsideEvent>(
            "SELECT seq, webhook_event_id, type, received_at, attempts, last_error FROM inbox WHERE status = 2 ORDER BY seq DESC LIMIT @limit",
            new { limit });

    /// <summary>A set-aside event, or null when there is none with that id.</summary>
    public SetAsideEvent? FindSetAside(Transaction tx, string webhookEventId) =>
        tx.Find<SetAsideEvent>(
            "SELECT seq, webhook_event_id, type, received_at, attempts, last_error FROM inbox WHERE webhook_event_id = @webhookEventId AND status = 2",
            new { webhookEventId });

    /// <summary>The event as LINE sent it, with what the customer wrote; null when there is none with that id.</summary>
    public byte[]? FindPayload(Transaction tx, string webhookEventId) =>
        tx.Find<byte[]>("SELECT payload FROM inbox WHERE webhook_event_id = @webhookEventId", new { webhookEventId });

    /// <summary>Has a set-aside event run again from its first attempt, by whoever has its chat then; false when there is no such event.</summary>
    public bool Retry(Transaction tx, string webhookEventId) =>
        tx.Execute("UPDATE inbox SET status = 0, attempts = 0, settled_at = NULL, owner = NULL WHERE webhook_event_id = @webhookEventId AND status = 2",
            new { webhookEventId }) == 1;

    /// <summary>Gives a set-aside event up; false when there is no such event.</summary>
    public bool Discard(Transaction tx, string webhookEventId, DateTimeOffset now) =>
        tx.Execute("UPDATE inbox SET status = 1, settled_at = @now WHERE webhook_event_id = @webhookEventId AND status = 2",
            new { webhookEventId, now = now.ToUnixTimeMilliseconds() }) == 1;

    /// <summary>Forgets answered events that were settled before <paramref name="before"/>, at most <paramref name="limit"/> at a time.</summary>
    public int Forget(Transaction tx, DateTimeOffset before, int limit) =>
        tx.Execute("DELETE FROM inbox WHERE seq IN (SELECT seq FROM inbox WHERE status = 1 AND settled_at < @before LIMIT @limit)",
            new { before = before.ToUnixTimeMilliseconds(), limit });

    private static InboxEvent Read(PreparedRows row) => new(
        row.GetInt64(0), row.GetString(1), row.GetString(2), WebhookEvent.Parse(row.GetBytes(3)),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(4)), row.GetInt32(5), Trace: row.IsDBNull(6) ? null : row.GetString(6),
        Owner: row.IsDBNull(7) ? null : row.GetInt64(7));

    /// <summary>Old payloads carry no id; the same bytes are then the same event.</summary>
    private static string IdOf(WebhookEvent e) => "sha256-" + Convert.ToHexStringLower(SHA256.HashData(e.Raw.Span));

    /// <summary>In standby another party holds the chat, and the events of LINE's old verify button come from nobody.</summary>
    private static bool WantsAnswer(WebhookEvent e) => e.Mode != ChannelMode.Standby && !IsDummy(e.ReplyToken);

    private static bool IsDummy(string? replyToken) =>
        replyToken is { Length: > 0 } && !replyToken.AsSpan().ContainsAnyExcept(replyToken[0]);
}

/// <summary>An event whose handler failed for good.</summary>
public sealed record SetAsideEvent(long Seq, string WebhookEventId, string Type, long ReceivedAt, long Attempts, string? LastError);
