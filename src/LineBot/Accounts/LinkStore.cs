using LineBot.Language;
using LineBot.Storage;

namespace LineBot.Accounts;

/// <summary>
/// The links between LINE accounts and what the operator sold. One contract has one LINE account, which may have many;
/// one subscription has one LINE account, which has no other. Every change is audited here.
/// </summary>
public sealed class LinkStore(AccountStore accounts, UserCodeStore codes, CampaignStore campaigns, AuditStore audit)
{
    private const string StandingUserLink =
        """
        FROM user_links u
        JOIN subscriptions s ON s.id = u.subscription_id AND s.ended_at IS NULL
        JOIN contracts k ON k.id = s.contract_id AND k.ended_at IS NULL
        """;

    /// <summary>The LINE account that a contract is linked to; null when there is none or the contract has ended.</summary>
    public string? HolderOf(Transaction tx, long contractId) => ContractorLinkOf(tx, contractId)?.LineUserId;

    /// <summary>The contractor link of a contract; null when there is none or the contract has ended.</summary>
    public StandingLink? ContractorLinkOf(Transaction tx, long contractId) =>
        tx.Find<StandingLink>(
            """
            SELECT l.line_user_id, l.linked_at FROM contractor_links l JOIN contracts k ON k.id = l.contract_id AND k.ended_at IS NULL
            WHERE l.contract_id = @contractId
            """,
            new { contractId });

    /// <summary>The LINE account that a subscription is linked to; null when there is none or the subscription has ended.</summary>
    public string? UserOf(Transaction tx, long subscriptionId) => UserLinkOf(tx, subscriptionId)?.LineUserId;

    /// <summary>The user link of a subscription; null when there is none or the subscription has ended.</summary>
    public StandingLink? UserLinkOf(Transaction tx, long subscriptionId) =>
        tx.Find<StandingLink>(
            $"SELECT u.line_user_id, u.linked_at {StandingUserLink} WHERE u.subscription_id = @subscriptionId", new { subscriptionId });

    /// <summary>The subscription that a LINE account is linked to; null when there is none or it has ended.</summary>
    public long? SubscriptionOf(Transaction tx, string lineUserId) =>
        tx.Find<long?>($"SELECT u.subscription_id {StandingUserLink} WHERE u.line_user_id = @lineUserId", new { lineUserId });

    /// <summary>Makes a contractor link. Rewards stay: the contract has had one link or another without a break.</summary>
    /// <returns>The other LINE account that loses the contract by it, or null.</returns>
    public string? LinkContractor(Transaction tx, long contractId, string lineUserId, DateTimeOffset now)
    {
        var before = HolderOf(tx, contractId);
        if (before == lineUserId)
            return null;
        accounts.Ensure(tx, lineUserId, now);
        tx.Execute(
            """
            INSERT INTO contractor_links (contract_id, line_user_id, linked_at) VALUES (@contractId, @lineUserId, @now)
            ON CONFLICT (contract_id) DO UPDATE SET line_user_id = @lineUserId, linked_at = @now
            """,
            new { contractId, lineUserId, now });
        campaigns.Linked(tx, contractId, lineUserId, JapanTime.DayOf(now));
        if (before is not null)
            audit.Write(tx, now, lineUserId, "contractor-link-taken-over", contractId, detail: before);
        audit.Write(tx, now, lineUserId, "contractor-link-made", contractId);
        return before;
    }

    /// <summary>Undoes a contractor link, and with it the rewards whose grant date has not come.</summary>
    /// <returns>The rewards that were lost; null when this account is not linked to the contract and nothing changed.</returns>
    public IReadOnlyList<Reward>? UndoContractor(Transaction tx, long contractId, string lineUserId, DateTimeOffset now)
    {
        if (HolderOf(tx, contractId) != lineUserId)
            return null;
        tx.Execute("DELETE FROM contractor_links WHERE contract_id = @contractId", new { contractId });
        var lost = campaigns.Forfeit(tx, contractId, JapanTime.DayOf(now), now);
        audit.Write(tx, now, lineUserId, "contractor-link-undone", contractId, detail: lost.Count > 0 ? $"{lost.Count} rewards forfeited" : "");
        return lost;
    }

    /// <summary>Spends a user code on linking its subscription to a LINE account, in place of any link that either of them had.</summary>
    /// <returns>What was linked; null when the code is unknown, spent or replaced and nothing changed.</returns>
    public UserLinkMade? LinkUser(Transaction tx, string code, string lineUserId, DateTimeOffset now)
    {
        if (!codes.Spend(tx, code, UserCodeUse.UserLink, now))
            return null;
        var subscription = codes.Find(tx, code)!.SubscriptionId;
        var displaced = UserOf(tx, subscription);
        var left = SubscriptionOf(tx, lineUserId);
        accounts.Ensure(tx, lineUserId, now);
        tx.Execute(
            "DELETE FROM user_links WHERE subscription_id = @subscription OR line_user_id = @lineUserId", new { subscription, lineUserId });
        tx.Execute(
            "INSERT INTO user_links (subscription_id, line_user_id, linked_at) VALUES (@subscription, @lineUserId, @now)",
            new { subscription, lineUserId, now });
        if (left is not null && left != subscription)
            audit.Write(tx, now, lineUserId, "user-link-left", subscriptionId: left);
        audit.Write(tx, now, lineUserId, "user-link-made", subscriptionId: subscription, detail: displaced ?? "");
        return new UserLinkMade(subscription, displaced == lineUserId ? null : displaced, left == subscription ? null : left);
    }

    /// <summary>Undoes the user link of a LINE account.</summary>
    /// <returns>The subscription that it had; null when there was none.</returns>
    public long? UndoUser(Transaction tx, string lineUserId, DateTimeOffset now)
    {
        var subscription = SubscriptionOf(tx, lineUserId);
        if (subscription is null)
            return null;
        tx.Execute("DELETE FROM user_links WHERE line_user_id = @lineUserId", new { lineUserId });
        audit.Write(tx, now, lineUserId, "user-link-undone", subscriptionId: subscription);
        return subscription;
    }

    /// <summary>Gives a subscription a new user code, which breaks its user link at once.</summary>
    /// <param name="actor">Who asked, for the audit log.</param>
    /// <returns>The new code, and the LINE account that lost its link by it, or null.</returns>
    public (UserCode Code, string? Unlinked) Reissue(Transaction tx, long subscriptionId, string actor, DateTimeOffset now)
    {
        var unlinked = UserOf(tx, subscriptionId);
        tx.Execute("DELETE FROM user_links WHERE subscription_id = @subscriptionId", new { subscriptionId });
        var code = codes.Issue(tx, subscriptionId, now);
        audit.Write(tx, now, actor, "user-code-reissued", subscriptionId: subscriptionId, detail: unlinked ?? "");
        return (code, unlinked);
    }
}

/// <summary>A link that stands, of either kind.</summary>
public sealed record StandingLink
{
    public required string LineUserId { get; init; }

    public required DateTimeOffset LinkedAt { get; init; }
}

/// <summary>A user link that was made.</summary>
/// <param name="Displaced">The other LINE account that loses the subscription by it, or null.</param>
/// <param name="Left">The other subscription that this LINE account leaves for it, or null.</param>
public sealed record UserLinkMade(long SubscriptionId, string? Displaced, long? Left);
