using LineBot.Accounts;
using LineBot.Storage;

namespace LineBot.Handlers.AgeVerification;

/// <summary>The links by which the page knows whose talk it was opened from.</summary>
public sealed class AgeLinkStore
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    public string Issue(Transaction tx, string lineUserId, DateTimeOffset now)
    {
        tx.Execute("DELETE FROM age_links WHERE expires_at <= @now", new { now });
        var token = Token.New();
        tx.Execute(
            "INSERT INTO age_links (token_hash, line_user_id, expires_at) VALUES (@hash, @lineUserId, @until)",
            new { hash = Token.HashOf(token), lineUserId, until = now + Lifetime });
        return token;
    }

    /// <summary>The LINE account that a link was made for; null when it is unknown or too old.</summary>
    public string? AccountOf(Transaction tx, string token, DateTimeOffset now) =>
        tx.Find<string>(
            "SELECT line_user_id FROM age_links WHERE token_hash = @hash AND expires_at > @now", new { hash = Token.HashOf(token), now });
}
