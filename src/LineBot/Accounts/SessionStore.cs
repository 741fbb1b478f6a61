using LineBot.Storage;

namespace LineBot.Accounts;

/// <summary>
/// Who is signed in to our pages. A session ends by itself when it is idle, when it is old, and when the link that it stands on ends:
/// the contractor link of its contract, or without a contract the user link.
/// </summary>
public sealed class SessionStore
{
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);
    private static readonly TimeSpan SeenStep = TimeSpan.FromMinutes(1);

    /// <summary>Starts a session and returns its token, which is a secret.</summary>
    /// <param name="contractId">The contract that it is for; null for what a user link opens.</param>
    /// <param name="device">What the customer will recognise it by.</param>
    public string Start(Transaction tx, string lineUserId, long? contractId, string device, DateTimeOffset now)
    {
        tx.Execute("DELETE FROM web_sessions WHERE started_at < @before", new { before = now - Kept });
        var token = Token.New();
        tx.Execute(
            """
            INSERT INTO web_sessions (token_hash, line_user_id, contract_id, device, started_at, last_seen_at)
            VALUES (@hash, @lineUserId, @contractId, @device, @now, @now)
            """,
            new { hash = Token.HashOf(token), lineUserId, contractId, device, now });
        return token;
    }

    /// <summary>The session; null when it has ended in any way.</summary>
    public Session? Find(Transaction tx, string token, DateTimeOffset now) =>
        tx.Find<Session>(
            """
            SELECT s.id, s.line_user_id, s.contract_id, s.last_seen_at
            FROM web_sessions s
            LEFT JOIN contracts k ON k.id = s.contract_id AND k.ended_at IS NULL
            LEFT JOIN contractor_links c ON c.contract_id = k.id AND c.line_user_id = s.line_user_id AND c.linked_at <= s.started_at
            LEFT JOIN user_links u ON u.line_user_id = s.line_user_id AND u.linked_at <= s.started_at
            LEFT JOIN subscriptions b ON b.id = u.subscription_id AND b.ended_at IS NULL
            LEFT JOIN contracts bk ON bk.id = b.contract_id AND bk.ended_at IS NULL
            WHERE s.token_hash = @hash AND s.ended_at IS NULL AND s.started_at > @oldest AND s.last_seen_at > @idlest
              AND (c.contract_id IS NOT NULL OR (s.contract_id IS NULL AND bk.id IS NOT NULL))
            """,
            new { hash = Token.HashOf(token), oldest = now - Longest, idlest = now - Idle });

    /// <summary>Whether a session that <see cref="Find"/> does not find any more would go on, had the link that it stood on not ended.</summary>
    public bool HasLostItsLink(Transaction tx, string token, DateTimeOffset now) =>
        tx.Get<long>(
            "SELECT COUNT(*) FROM web_sessions WHERE token_hash = @hash AND ended_at IS NULL AND started_at > @oldest AND last_seen_at > @idlest",
            new { hash = Token.HashOf(token), oldest = now - Longest, idlest = now - Idle }) > 0;

    /// <summary>As <see cref="Find"/>, and the session was seen now.</summary>
    public Session? See(Transaction tx, string token, DateTimeOffset now)
    {
        var session = Find(tx, token, now);
        if (session is not null && session.LastSeenAt < now - SeenStep)
            tx.Execute("UPDATE web_sessions SET last_seen_at = @now WHERE id = @Id", new { session.Id, now });
        return session;
    }

    /// <summary>The sign-ins of a LINE account, newest first, ended ones too: those of the last thirty days are kept.</summary>
    public IReadOnlyList<SignIn> RecentOf(Transaction tx, string lineUserId, int limit) =>
        tx.Query<SignIn>(
            """
            SELECT id, device, started_at, last_seen_at, ended_at FROM web_sessions
            WHERE line_user_id = @lineUserId ORDER BY started_at DESC, id DESC LIMIT @limit
            """,
            new { lineUserId, limit });

    /// <summary>Ends all sessions of a LINE account, except for one.</summary>
    /// <returns>How many had not ended before.</returns>
    public int EndAll(Transaction tx, string lineUserId, DateTimeOffset now, long except = 0) =>
        tx.Execute(
            "UPDATE web_sessions SET ended_at = @now WHERE line_user_id = @lineUserId AND id <> @except AND ended_at IS NULL",
            new { lineUserId, except, now });

    public void End(Transaction tx, string token, DateTimeOffset now) =>
        tx.Execute(
            "UPDATE web_sessions SET ended_at = @now WHERE token_hash = @hash AND ended_at IS NULL", new { hash = Token.HashOf(token), now });
}
