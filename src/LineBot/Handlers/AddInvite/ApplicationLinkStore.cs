using LineBot.Accounts;
using LineBot.Storage;

namespace LineBot.Handlers.AddInvite;

/// <summary>
/// The one-time links by which the application page knows the LINE account it was opened from.
/// Only a hash is stored; looking spends nothing.
/// </summary>
public sealed class ApplicationLinkStore
{
    /// <summary>Makes a link for an account that is known, and drops those of the same account that ran out.</summary>
    /// <returns>The token for the address: 43 characters, base64url.</returns>
    public string Issue(Transaction tx, string lineUserId, DateTimeOffset now, TimeSpan lifetime)
    {
        var token = Token.New();
        tx.Execute("DELETE FROM application_links WHERE line_user_id = @lineUserId AND expires_at <= @now", new { lineUserId, now });
        tx.Execute(
            "INSERT INTO application_links (token_hash, line_user_id, expires_at) VALUES (@hash, @lineUserId, @until)",
            new { hash = Token.HashOf(token), lineUserId, until = now + lifetime });
        return token;
    }

    /// <summary>The LINE account of a link that can still be used; null for an unknown, spent or late one.</summary>
    public string? Look(Transaction tx, string token, DateTimeOffset now) =>
        tx.Find<string>(
            "SELECT line_user_id FROM application_links WHERE token_hash = @hash AND expires_at > @now AND spent_at IS NULL",
            new { hash = Token.HashOf(token), now });

    /// <summary>As <see cref="Look"/>, and the link is used up.</summary>
    public string? Spend(Transaction tx, string token, DateTimeOffset now) =>
        tx.Find<string>(
            """
            UPDATE application_links SET spent_at = @now
            WHERE token_hash = @hash AND expires_at > @now AND spent_at IS NULL RETURNING line_user_id
            """, new { hash = Token.HashOf(token), now });
}
