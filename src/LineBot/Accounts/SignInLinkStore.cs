using LineBot.Storage;

namespace LineBot.Accounts;

/// <summary>The links in the talk that open a page without a password: each once, and not for long.</summary>
public sealed class SignInLinkStore
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    /// <summary>How long a link that has run out can still say so.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>Makes a token that signs one LINE account in.</summary>
    /// <param name="contractId">The contract that it opens; null for a page that a user link is enough for.</param>
    /// <param name="subscriptionId">The subscription that the page is to show, where it has one for each. A wish: the page checks it.</param>
    /// <exception cref="ArgumentException">The page needs a contract and none was given.</exception>
    public string Issue(
        Transaction tx, string lineUserId, Destination to, long? contractId, DateTimeOffset now, long? subscriptionId = null)
    {
        if (to.NeedsContract && contractId is null)
            throw new ArgumentException($"Nobody reaches '{to.Name}' without a contract.", nameof(contractId));
        var token = Token.New();
        // Every answer of a tile that leads to a page makes one.
        tx.Prepared(
            """
            INSERT INTO sign_in_links (token_hash, line_user_id, destination, contract_id, subscription_id, issued_at, expires_at)
            VALUES (@1, @2, @3, @4, @5, @6, @7)
            """)
            .With(
                Token.HashOf(token), lineUserId, to.Name, contractId, subscriptionId,
                now.ToUnixTimeMilliseconds(), (now + Lifetime).ToUnixTimeMilliseconds())
            .ExecuteLater();
        return token;
    }

    /// <summary>Forgets links that ran out before <paramref name="before"/>, at most <paramref name="limit"/> at a time.</summary>
    /// <returns>How many there were.</returns>
    public int Forget(Transaction tx, DateTimeOffset before, int limit) =>
        tx.Execute(
            "DELETE FROM sign_in_links WHERE token_hash IN (SELECT token_hash FROM sign_in_links WHERE expires_at < @before LIMIT @limit)",
            new { before, limit });

    /// <summary>What a token would do now. Spends nothing.</summary>
    public SignInLink Look(Transaction tx, string token, DateTimeOffset now)
    {
        var found = tx.Find<Row>(
            """
            SELECT l.line_user_id, l.destination, l.contract_id, l.subscription_id, l.issued_at, l.expires_at, l.spent_at,
                   CASE WHEN l.contract_id IS NOT NULL THEN c.linked_at WHEN bk.id IS NOT NULL THEN u.linked_at END AS linked_at
            FROM sign_in_links l
            LEFT JOIN contracts k ON k.id = l.contract_id AND k.ended_at IS NULL
            LEFT JOIN contractor_links c ON c.contract_id = k.id AND c.line_user_id = l.line_user_id
            LEFT JOIN user_links u ON u.line_user_id = l.line_user_id
            LEFT JOIN subscriptions b ON b.id = u.subscription_id AND b.ended_at IS NULL
            LEFT JOIN contracts bk ON bk.id = b.contract_id AND bk.ended_at IS NULL
            WHERE l.token_hash = @hash
            """,
            new { hash = Token.HashOf(token) });
        return found switch
        {
            null => new SignInLink(SignInLinkState.Late),
            { SpentAt: not null } => new SignInLink(SignInLinkState.Spent),
            _ when found.ExpiresAt <= now || Destination.Of(found.Destination) is null => new SignInLink(SignInLinkState.Late),
            // A link that was undone since, even if it was made again, takes its old sign-ins with it.
            { LinkedAt: null } => new SignInLink(SignInLinkState.Unlinked),
            _ when found.LinkedAt > found.IssuedAt => new SignInLink(SignInLinkState.Unlinked),
            _ => new SignInLink(SignInLinkState.Good)
            {
                LineUserId = found.LineUserId, Destination = Destination.Of(found.Destination)!, ContractId = found.ContractId,
                SubscriptionId = found.SubscriptionId,
            },
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

    /// <summary>Spends every link that a LINE account has left, on nothing.</summary>
    public void Void(Transaction tx, string lineUserId, DateTimeOffset now) =>
        tx.Execute("UPDATE sign_in_links SET spent_at = @now WHERE line_user_id = @lineUserId AND spent_at IS NULL", new { lineUserId, now });

    private sealed record Row
    {
        public required string LineUserId { get; init; }
        public required string Destination { get; init; }
        public long? ContractId { get; init; }
        public long? SubscriptionId { get; init; }
        public required DateTimeOffset IssuedAt { get; init; }
        public required DateTimeOffset ExpiresAt { get; init; }
        public DateTimeOffset? SpentAt { get; init; }
        public DateTimeOffset? LinkedAt { get; init; }
    }
}
