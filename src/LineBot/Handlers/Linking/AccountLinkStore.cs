using LineBot.Accounts;
using LineBot.Storage;

namespace LineBot.Handlers.Linking;

/// <summary>Sign-ins on their way through LINE's account-link dialog: from the link token to the nonce that comes back.</summary>
public sealed class AccountLinkStore
{
    /// <summary>LINE's link tokens work for ten minutes, once; our nonces for as long.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>Remembers for whom LINE issued a link token.</summary>
    public void Issued(Transaction tx, string linkToken, string lineUserId, DateTimeOffset now)
    {
        tx.Execute("DELETE FROM link_tokens WHERE expires_at < @before", new { before = now - Kept });
        tx.Execute("DELETE FROM link_nonces WHERE expires_at < @before", new { before = now - Kept });
        tx.Execute(
            """
            INSERT INTO link_tokens (token_hash, line_user_id, expires_at) VALUES (@hash, @lineUserId, @until)
            ON CONFLICT DO NOTHING
            """,
            new { hash = Token.HashOf(linkToken), lineUserId, until = now + Lifetime });
    }

    /// <summary>The LINE account for which a link token was issued; null when it is unknown or too old.</summary>
    public string? AccountOf(Transaction tx, string linkToken, DateTimeOffset now) =>
        tx.Find<string>(
            "SELECT line_user_id FROM link_tokens WHERE token_hash = @hash AND expires_at > @now",
            new { hash = Token.HashOf(linkToken), now });

    /// <summary>Makes the nonce of a right sign-in.</summary>
    /// <param name="displaces">The other account that has the contract now; the customer has to <see cref="Agree"/> to it first.</param>
    public string MakeNonce(
        Transaction tx, string linkToken, string lineUserId, long contractId, string? displaces, DateTimeOffset now)
    {
        var nonce = Token.New();
        tx.Execute(
            """
            INSERT INTO link_nonces (nonce_hash, token_hash, line_user_id, contract_id, displaces, is_agreed, expires_at)
            VALUES (@nonceHash, @tokenHash, @lineUserId, @contractId, @displaces, @isAgreed, @until)
            """,
            new
            {
                nonceHash = Token.HashOf(nonce), tokenHash = Token.HashOf(linkToken), lineUserId, contractId, displaces,
                isAgreed = displaces is null, until = now + Lifetime,
            });
        return nonce;
    }

    /// <summary>The customer agrees to displace the other account.</summary>
    /// <returns>False when this sign-in is unknown, used or too old.</returns>
    public bool Agree(Transaction tx, string nonce, string linkToken, DateTimeOffset now) =>
        tx.Execute(
            """
            UPDATE link_nonces SET is_agreed = 1
            WHERE nonce_hash = @nonceHash AND token_hash = @tokenHash AND used_at IS NULL AND expires_at > @now
            """,
            new { nonceHash = Token.HashOf(nonce), tokenHash = Token.HashOf(linkToken), now }) == 1;

    /// <summary>Takes a nonce that came back from LINE, once.</summary>
    /// <param name="happenedAt">When the customer finished the dialog: a slow delivery must not cost them the link.</param>
    /// <returns>The sign-in; null when the nonce is unknown, used or was too old.</returns>
    public PendingLink? Spend(Transaction tx, string nonce, DateTimeOffset happenedAt, DateTimeOffset now)
    {
        var key = new { hash = Token.HashOf(nonce), happenedAt, now };
        var spent = tx.Execute(
            "UPDATE link_nonces SET used_at = @now WHERE nonce_hash = @hash AND used_at IS NULL AND expires_at > @happenedAt", key);
        return spent == 0
            ? null
            : tx.Get<PendingLink>(
                "SELECT line_user_id, contract_id, displaces, is_agreed FROM link_nonces WHERE nonce_hash = @hash", key);
    }
}

/// <summary>A right sign-in that waited for LINE to say who made it.</summary>
public sealed record PendingLink
{
    public required string LineUserId { get; init; }

    public required long ContractId { get; init; }

    /// <summary>The account that had the contract when the customer signed in.</summary>
    public string? Displaces { get; init; }

    public bool IsAgreed { get; init; }
}
