using LineBot.Accounts;
using LineBot.Storage;

namespace LineBot.Console.Staff;

/// <summary>Who is signed in to the console. A session ends when it is idle, when it is old, and with its operator's leave to sign in.</summary>
public sealed class OperatorSessionStore
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);
    private static readonly TimeSpan SeenStep = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan RenewedEvery = TimeSpan.FromMinutes(30);

    /// <summary>How long the former secret is taken from requests that were on their way.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(1);

    /// <summary>Starts a session and returns its secret.</summary>
    public string Start(Transaction tx, string operatorName, DateTimeOffset now)
    {
        tx.Execute("DELETE FROM operator_sessions WHERE started_at < @before", new { before = now - Kept });
        var secret = Token.New();
        tx.Execute(
            """
            INSERT INTO operator_sessions (operator_name, secret_hash, started_at, renewed_at, last_seen_at)
            VALUES (@operatorName, @hash, @now, @now, @now)
            """, new { operatorName, hash = Token.HashOf(secret), now });
        return secret;
    }

    /// <summary>The session that a secret opens; null when it has ended in any way.</summary>
    public OperatorSession? Find(Transaction tx, string secret, ConsoleOptions terms, DateTimeOffset now) =>
        tx.Find<OperatorSession>(
            """
            SELECT s.id, s.operator_name, s.last_seen_at, s.renewed_at, CASE WHEN s.secret_hash = @hash THEN 1 ELSE 0 END AS is_current
            FROM operator_sessions s
            WHERE (s.secret_hash = @hash OR (s.former_hash = @hash AND s.renewed_at > @overlap))
                AND s.ended_at IS NULL AND s.started_at > @oldest AND s.last_seen_at > @idlest
            """,
            new { hash = Token.HashOf(secret), overlap = now - Overlap, oldest = now - terms.LongestSession, idlest = now - terms.IdleSession });

    /// <summary>Notes that its operator did something, and from time to time gives the session a new secret.</summary>
    /// <returns>The new secret; null where the old one stays.</returns>
    public string? See(Transaction tx, OperatorSession session, DateTimeOffset now)
    {
        if (session.LastSeenAt < now - SeenStep)
            tx.Execute("UPDATE operator_sessions SET last_seen_at = @now WHERE id = @Id", new { session.Id, now });
        if (session.IsCurrent == 0 || session.RenewedAt > now - RenewedEvery)
            return null;
        var secret = Token.New();
        tx.Execute(
            "UPDATE operator_sessions SET former_hash = secret_hash, secret_hash = @hash, renewed_at = @now WHERE id = @Id",
            new { session.Id, hash = Token.HashOf(secret), now });
        return secret;
    }

    public void End(Transaction tx, long sessionId, DateTimeOffset now) =>
        tx.Execute("UPDATE operator_sessions SET ended_at = @now WHERE id = @sessionId AND ended_at IS NULL", new { sessionId, now });

    /// <summary>Ends all of an operator's sessions, except for one.</summary>
    public void EndAll(Transaction tx, string operatorName, DateTimeOffset now, long except = 0) =>
        tx.Execute(
            "UPDATE operator_sessions SET ended_at = @now WHERE operator_name = @operatorName AND id <> @except AND ended_at IS NULL",
            new { operatorName, except, now });
}

/// <summary>A session that stands.</summary>
/// <param name="IsCurrent">1 for the secret of now, 0 for the one before.</param>
public sealed record OperatorSession(long Id, string OperatorName, DateTimeOffset LastSeenAt, DateTimeOffset RenewedAt, long IsCurrent);
