using LineBot.Accounts;
using LineBot.Storage;

namespace LineBot.Handlers.MyPage;

/// <summary>The links in the talk that open My Page without a password: each once, and not for long.</summary>
public sealed class SignInLinkStore
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>Makes a token that opens one contract to one LINE account.</summary>
    public string Issue(Transaction tx, string lineUserId, long contractId, DateTimeOffset now)
    {
        tx.Execute("DELETE FROM sign_in_links WHERE expires_at < @before", new { before = now - Kept });
        var token = Token.New();
        tx.Execute(
            """
            INSERT INTO sign_in_links (token_hash, line_user_id, contract_id, issued_at, expires_at)
            VALUES (@hash, @lineUserId, @contractId, @now, @until)
            """,
            new { hash = Token.HashOf(token), lineUserId, contractId, now, until = now + Lifetime });
        return token;
    }

    /// <summary>What a token would do now. Spends nothing.</summary>
    public SignInLink Look(Transaction tx, string token, DateTimeOffset now)
    {
        var found = tx.Find<Row>(
            """
            SELECT l.line_user_id, l.contract_id, l.issued_at, l.expires_at, l.spent_at, c.linked_at
            FROM sign_in_links l
            LEFT JOIN contractor_links c ON c.contract_id = l.contract_id AND c.line_user_id = l.line_user_id
            WHERE l.token_hash = @hash
            """,
            new { hash = Token.HashOf(token) });
        return found switch
        {
            null => new SignInLink(SignInLinkState.Late),
            { SpentAt: not null } => new SignInLink(SignInLinkState.Spent),
            _ when found.ExpiresAt <= now => new SignInLink(SignInLinkState.Late),
            // A link that was undone since, even if it was made again, takes its old sign-ins with it.
            { LinkedAt: null } => new SignInLink(SignInLinkState.Unlinked),
            _ when found.LinkedAt > found.IssuedAt => new SignInLink(SignInLinkState.Unlinked),
            _ => new SignInLink(SignInLinkState.Good, found.LineUserId, found.ContractId),
        };
    }

    /// <summary>As <see cref="Look"/>, and a good token is good no more.</summary>
    public SignInLink Spend(Transaction tx, string token, DateTimeOffset now)
    {
        var link = Look(tx, token, now);
        if (link.State == SignInLinkState.Good)
            tx.Execute("UPDATE sign_in_links SET spent_at = @now WHERE token_hash = @hash", new { hash = Token.HashOf(token), now });
        return link;
    }

    private sealed record Row
    {
        public required string LineUserId { get; init; }
        public required long ContractId { get; init; }
        public required DateTimeOffset IssuedAt { get; init; }
        public required DateTimeOffset ExpiresAt { get; init; }
        public DateTimeOffset? SpentAt { get; init; }
        public DateTimeOffset? LinkedAt { get; init; }
    }
}

/// <summary>What a sign-in link is good for; account and contract are there when it is good.</summary>
public sealed record SignInLink(SignInLinkState State, string LineUserId = "", long ContractId = 0);

public enum SignInLinkState
{
    Good,
    Spent,

    /// <summary>Too old, or never issued.</summary>
    Late,

    /// <summary>The contractor link that it was issued for stands no more.</summary>
    Unlinked,
}
