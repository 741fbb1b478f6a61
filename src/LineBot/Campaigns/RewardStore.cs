using LineBot.Accounts;
using LineBot.Storage;

namespace LineBot.Campaigns;

/// <summary>The rewards that the clock moves on, and those that were granted, for the points system.</summary>
public sealed class RewardStore
{
    /// <summary>Rewards that were enrolled at or before <paramref name="enrolledBy"/> and have no contractor link, grant date to come.</summary>
    public IReadOnlyList<Reward> ToRemind(Transaction tx, DateTimeOffset enrolledBy, DateOnly today, int most) =>
        tx.Query<Reward>(
            $"""
            {CampaignStore.Select}
            WHERE r.state = 'enrolled' AND r.enrolled_at <= @enrolledBy AND r.grant_on > @today ORDER BY r.enrolled_at, r.id LIMIT @most
            """, new { enrolledBy, today, most });

    /// <summary>Rewards whose grant date has come and that are not settled.</summary>
    public IReadOnlyList<Reward> Due(Transaction tx, DateOnly today, int most) =>
        tx.Query<Reward>(
            $"{CampaignStore.Select} WHERE r.settled_at IS NULL AND r.grant_on <= @today ORDER BY r.grant_on, r.id LIMIT @most", new { today, most });

    /// <returns>False where it was not waiting for a link any more; nothing changed then.</returns>
    public bool MarkAtRisk(Transaction tx, long id) =>
        tx.Execute("UPDATE campaign_rewards SET state = 'at-risk' WHERE id = @id AND state = 'enrolled'", new { id }) == 1;

    /// <returns>False where it was settled before; nothing changed then.</returns>
    public bool Grant(Transaction tx, long id, DateTimeOffset now) =>
        tx.Execute("UPDATE campaign_rewards SET state = 'granted', settled_at = @now WHERE id = @id AND settled_at IS NULL", new { id, now }) == 1;

    /// <param name="lostBy">One of <see cref="RewardLoss"/>.</param>
    /// <returns>False where it was settled before; nothing changed then.</returns>
    public bool Forfeit(Transaction tx, long id, string lostBy, DateTimeOffset now) =>
        tx.Execute(
            "UPDATE campaign_rewards SET state = 'forfeited', lost_by = @lostBy, settled_at = @now WHERE id = @id AND settled_at IS NULL",
            new { id, lostBy, now }) == 1;

    public Reward Get(Transaction tx, long id) => tx.Get<Reward>($"{CampaignStore.Select} WHERE r.id = @id", new { id });

    /// <summary>What an application enrolled both sides for, the applicant's first.</summary>
    public IReadOnlyList<Reward> OfApplication(Transaction tx, long applicationId) =>
        tx.Query<Reward>($"{CampaignStore.Select} WHERE r.application_id = @applicationId ORDER BY r.side, r.id", new { applicationId });

    /// <summary>Points that were granted at or after <paramref name="since"/>, in the order of the grants.</summary>
    public IReadOnlyList<GrantedPoints> Granted(Transaction tx, DateTimeOffset since) =>
        tx.Query<GrantedPoints>(
            """
            SELECT r.id, r.campaign_id, c.amount AS points, r.contract_id, r.line_user_id, r.grant_on, r.settled_at AS granted_at
            FROM campaign_rewards r JOIN campaigns c ON c.id = r.campaign_id
            WHERE r.state = 'granted' AND c.kind = 'points' AND r.settled_at >= @since ORDER BY r.settled_at, r.id
            """, new { since });
}

/// <summary>Points that the points system has to book.</summary>
public sealed record GrantedPoints
{
    public required long Id { get; init; }

    /// <summary>The same for the same reward, however often it is exported.</summary>
    public string Key => $"reward-{Id:D8}";

    public required string CampaignId { get; init; }

    public required int Points { get; init; }

    public required long ContractId { get; init; }

    /// <summary>The LINE account that held the contract last before the grant.</summary>
    public required string LineUserId { get; init; }

    public required DateOnly GrantOn { get; init; }

    public required DateTimeOffset GrantedAt { get; init; }
}
