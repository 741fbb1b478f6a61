using LineBot.Storage;

namespace LineBot.Accounts;

/// <summary>Campaigns and the rewards that contracts are enrolled for.</summary>
public sealed class CampaignStore
{
    private const string Select =
        """
        SELECT r.id, r.contract_id, r.state, r.grant_on, r.settled_at, c.name_ja, c.name_en, c.kind, c.amount
        FROM campaign_rewards r JOIN campaigns c ON c.id = r.campaign_id
        """;

    /// <summary>All rewards of a contract, whatever became of them, by grant date.</summary>
    public IReadOnlyList<Reward> RewardsOf(Transaction tx, long contractId) =>
        tx.Query<Reward>($"{Select} WHERE r.contract_id = @contractId ORDER BY r.grant_on, r.id", new { contractId });

    /// <summary>The rewards that would be lost if the contractor link were undone on <paramref name="today"/>: enrolled, grant date to come.</summary>
    public IReadOnlyList<Reward> AtStake(Transaction tx, long contractId, DateOnly today) =>
        tx.Query<Reward>(
            $"{Select} WHERE r.contract_id = @contractId AND r.state = 'enrolled' AND r.grant_on > @today ORDER BY r.grant_on, r.id",
            new { contractId, today });

    /// <summary>Takes away what <see cref="AtStake"/> lists. A forfeited reward never comes back.</summary>
    public IReadOnlyList<Reward> Forfeit(Transaction tx, long contractId, DateOnly today, DateTimeOffset now)
    {
        var lost = AtStake(tx, contractId, today);
        foreach (var reward in lost)
            tx.Execute("UPDATE campaign_rewards SET state = 'forfeited', settled_at = @now WHERE id = @Id", new { reward.Id, now });
        return lost;
    }

    /// <summary>The campaign that an applicant's code names, or null.</summary>
    /// <param name="code">In capitals, without spaces and hyphens.</param>
    public Campaign? FindByCode(Transaction tx, string code) =>
        tx.Find<Campaign>("SELECT * FROM campaigns WHERE UPPER(REPLACE(code, '-', '')) = @code", new { code });

    /// <summary>The campaigns that can be applied for on a day, the first to end first.</summary>
    public IReadOnlyList<Campaign> Running(Transaction tx, DateOnly day) =>
        tx.Query<Campaign>("SELECT * FROM campaigns WHERE starts_on <= @day AND ends_on >= @day ORDER BY ends_on, id", new { day });

    public void Add(Transaction tx, Campaign campaign) =>
        tx.Execute(
            """
            INSERT INTO campaigns (id, name_ja, name_en, code, kind, amount, starts_on, ends_on)
            VALUES (@Id, @NameJa, @NameEn, @Code, @Kind, @Amount, @StartsOn, @EndsOn)
            """,
            campaign);

    /// <summary>Enrols a contract; a second enrolment in one campaign changes nothing.</summary>
    public void Enrol(Transaction tx, string campaignId, long contractId, DateOnly grantOn, DateTimeOffset now) =>
        tx.Execute(
            """
            INSERT INTO campaign_rewards (campaign_id, contract_id, state, enrolled_at, grant_on)
            VALUES (@campaignId, @contractId, 'enrolled', @now, @grantOn) ON CONFLICT DO NOTHING
            """,
            new { campaignId, contractId, grantOn, now });
}
