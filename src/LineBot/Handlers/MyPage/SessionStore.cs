using LineBot.Accounts;
using LineBot.Storage;

namespace LineBot.Handlers.MyPage;

/// <summary>Who is signed in to My Page. A session ends by itself when it is idle, when it is old, and when its contractor link ends.</summary>
public sealed class SessionStore
{
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);
    private static readonly TimeSpan SeenStep = TimeSpan.FromMinutes(1);

    /// <summary>Starts a session and returns its id, which is a secret.</summary>
    public string Start(Transaction tx, string lineUserId, long contractId, DateTimeOffset now)
    {
        tx.Execute("DELETE FROM web_sessions WHERE started_at < @before", new { before = now - Kept });
        var id = Token.New();
        tx.Execute(
            """
            INSERT INTO web_sessions (id_hash, line_user_id, contract_id, started_at, last_seen_at)
            VALUES (@hash, @lineUserId, @contractId, @now, @now)
            """,
            new { hash = Token.HashOf(id), lineUserId, contractId, now });
        return id;
    }

    /// <summary>The session, seen now; null when it has ended in any way.</summary>
    public Session? See(Transaction tx, string id, DateTimeOffset now)
    {
        var session = tx.Find<Session>(
            """
            SELECT s.line_user_id, s.contract_id, s.last_seen_at
            FROM web_sessions s
            JOIN contractor_links c ON c.contract_id = s.contract_id AND c.line_user_id = s.line_user_id AND c.linked_at <= s.started_at
            WHERE s.id_hash = @hash AND s.ended_at IS NULL AND s.started_at > @oldest AND s.last_seen_at > @idlest
            """,
            new { hash = Token.HashOf(id), oldest = now - Longest, idlest = now - Idle });
        if (session is not null && session.LastSeenAt < now - SeenStep)
            tx.Execute("UPDATE web_sessions SET last_seen_at = @now WHERE id_hash = @hash", new { hash = Token.HashOf(id), now });
        return session;
    }

    public void End(Transaction tx, string id, DateTimeOffset now) =>
        tx.Execute(
            "UPDATE web_sessions SET ended_at = @now WHERE id_hash = @hash AND ended_at IS NULL", new { hash = Token.HashOf(id), now });
}

/// <summary>A session that stands.</summary>
public sealed record Session
{
    public required string LineUserId { get; init; }

    public required long ContractId { get; init; }

    public DateTimeOffset LastSeenAt { get; init; }
}
