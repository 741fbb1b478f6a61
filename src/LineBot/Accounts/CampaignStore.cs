using LineBot.Storage;

namespace LineBot.Accounts;

/// <summary>Campaigns, and the rewards of contracts as their links are made and undone.</summary>
public sealed class CampaignStore
{
    internal const string Select =
        """
        SELECT r.id, r.contract_id, r.line_user_id, r.side, r.state, r.lost_by, r.grant_on, r.settled_at, c.name_ja, c.name_en, c.kind, c.amount
        FROM campaign_rewards r JOIN campaigns c ON c.id = r.campaign_id
        """;

    private const string Columns = "id, name_ja, name_en, code, kind, amount, starts_on, ends_on, entry, grant_month, cap";

    private const string AtStakeOf = "r.contract_id = @contractId AND r.settled_at IS NULL AND r.grant_on > @today";

    /// <summary>All rewards of a contract, whatever became of them, by grant date.</summary>
    public IReadOnlyList<Reward> RewardsOf(Transaction tx, long contractId) =>
        tx.Query<Reward>($"{Select} WHERE r.contract_id = @contractId ORDER BY r.grant_on, r.id", new { contractId });

    /// <summary>
    /// What a LINE account hears of: the rewards of the contracts that it holds, and those that wait for it to link one. By grant date.
    /// </summary>
    public IReadOnlyList<Reward> RewardsOf(Transaction tx, string lineUserId) =>
        tx.Query<Reward>(
            $"""
            {Select}
            WHERE r.contract_id IN (SELECT contract_id FROM contractor_links WHERE line_user_id = @lineUserId)
                OR (r.line_user_id = @lineUserId
                    AND NOT EXISTS (SELECT 1 FROM contractor_links l WHERE l.contract_id = r.contract_id AND l.line_user_id <> @lineUserId))
            ORDER BY r.grant_on, r.id
            """, new { lineUserId });

    /// <summary>The rewards that would be lost if the contractor link were undone on <paramref name="today"/>: not settled, grant date to come.</summary>
    public IReadOnlyList<Reward> AtStake(Transaction tx, long contractId, DateOnly today) =>
        tx.Query<Reward>($"{Select} WHERE {AtStakeOf} ORDER BY r.grant_on, r.id", new { contractId, today });

    /// <summary>Takes away what <see cref="AtStake"/> lists. A forfeited reward never comes back.</summary>
    public IReadOnlyList<Reward> Forfeit(Transaction tx, long contractId, DateOnly today, DateTimeOffset now)
    {
        var lost = AtStake(tx, contractId, today);
        foreach (var reward in lost)
        {
            tx.Execute(
                "UPDATE campaign_rewards SET state = 'forfeited', lost_by = 'link-undone', settled_at = @now WHERE id = @Id", new { reward.Id, now });
        }
        return lost;
    }

    /// <summary>
    /// A contract was linked: its rewards whose grant date is to come, and those that this account was waiting with, are on track.
    /// On the grant date itself it is too late.
    /// </summary>
    public void Linked(Transaction tx, long contractId, string lineUserId, DateOnly today) =>
        tx.Execute(
            """
            UPDATE campaign_rewards SET state = 'on-track', contract_id = @contractId, line_user_id = @lineUserId
            WHERE settled_at IS NULL AND grant_on > @today
                AND (contract_id = @contractId OR (contract_id IS NULL AND line_user_id = @lineUserId))
            """, new { contractId, lineUserId, today });

    /// <summary>The campaign that an applicant's code names, or null.</summary>
    /// <param name="code">In capitals, without spaces and hyphens.</param>
    public Campaign? FindByCode(Transaction tx, string code) =>
        tx.Find<Campaign>($"SELECT {Columns} FROM campaigns WHERE UPPER(REPLACE(code, '-', '')) = @code AND entry = 'code'", new { code });

    /// <summary>The campaigns that can be applied for by code on a day, the first to end first.</summary>
    public IReadOnlyList<Campaign> Running(Transaction tx, DateOnly day) =>
        tx.Query<Campaign>(
            $"SELECT {Columns} FROM campaigns WHERE entry = 'code' AND starts_on <= @day AND ends_on >= @day ORDER BY ends_on, id", new { day });

    /// <summary>What both sides of an invitation get when the invited applies on a day; of several, the one that began last. Null for nothing.</summary>
    public Campaign? OfInvitations(Transaction tx, DateOnly day) =>
        tx.Find<Campaign>(
            $"""
            SELECT {Columns} FROM campaigns WHERE entry = 'invitation' AND starts_on <= @day AND ends_on >= @day
            ORDER BY starts_on DESC, id LIMIT 1
            """, new { day });

    /// <summary>All campaigns, the latest to begin first.</summary>
    public IReadOnlyList<Campaign> All(Transaction tx) => tx.Query<Campaign>($"SELECT {Columns} FROM campaigns ORDER BY starts_on DESC, id");

    /// <summary>Has a campaign end with <paramref name="lastDay"/>. What was promised stays promised.</summary>
    /// <returns>False where it was over by then.</returns>
    public bool Close(Transaction tx, string id, DateOnly lastDay) =>
        tx.Execute("UPDATE campaigns SET ends_on = @lastDay WHERE id = @id AND ends_on > @lastDay", new { id, lastDay }) == 1;

    /// <summary>How many applications a campaign has taken: those enrolled, whatever became of them, and those that wait.</summary>
    public long PlacesTaken(Transaction tx, Campaign campaign) =>
        tx.Get<long>(
            """
            SELECT (SELECT COUNT(*) FROM campaign_rewards WHERE campaign_id = @Id AND side = 'applicant')
                + (SELECT COUNT(*) FROM applications WHERE state = 'received' AND campaign_code = UPPER(REPLACE(@Code, '-', '')))
            """, campaign);

    public void Add(Transaction tx, Campaign campaign) =>
        tx.Execute(
            $"""
            INSERT INTO campaigns ({Columns})
            VALUES (@Id, @NameJa, @NameEn, @Code, @Kind, @Amount, @StartsOn, @EndsOn, @Entry, @GrantMonth, @Cap)
            """,
            campaign);

    /// <summary>Enrols a contract. With a contractor link it is on track at once.</summary>
    /// <param name="lineUserId">Whom it is told while the contract has no link; null for nobody.</param>
    /// <param name="applicationId">What it was enrolled with.</param>
    /// <returns>The reward; null where the contract was enrolled in that campaign before and nothing changed.</returns>
    public Reward? Enrol(
        Transaction tx, string campaignId, long contractId, DateOnly grantOn, DateTimeOffset now, string? lineUserId = null, long? applicationId = null) =>
        Added(
            tx,
            $"""
            INSERT INTO campaign_rewards (campaign_id, contract_id, line_user_id, application_id, state, enrolled_at, grant_on)
            SELECT @campaignId, @contractId, {HolderOr("@lineUserId")}, @applicationId, {StateByLink}, @now, @grantOn
            ON CONFLICT DO NOTHING RETURNING id
            """,
            new { campaignId, contractId, lineUserId, applicationId, grantOn, now });

    /// <summary>Enrols an inviter for what an application brought.</summary>
    /// <param name="contractId">Null where the inviter has none yet.</param>
    /// <returns>The reward; null where that was done before and nothing changed.</returns>
    public Reward? EnrolInviter(
        Transaction tx, string campaignId, long applicationId, long? contractId, string lineUserId, DateOnly grantOn, DateTimeOffset now) =>
        Added(
            tx,
            $"""
            INSERT INTO campaign_rewards (campaign_id, side, contract_id, line_user_id, application_id, state, enrolled_at, grant_on)
            SELECT @campaignId, 'inviter', @contractId, {HolderOr("@lineUserId")}, @applicationId, {StateByLink}, @now, @grantOn
            ON CONFLICT DO NOTHING RETURNING id
            """,
            new { campaignId, contractId, lineUserId, applicationId, grantOn, now });

    private static Reward? Added(Transaction tx, string insert, object row) =>
        tx.Find<long?>(insert, row) is { } id ? tx.Get<Reward>($"{Select} WHERE r.id = @id", new { id }) : null;

    private static string HolderOr(string other) =>
        $"COALESCE((SELECT line_user_id FROM contractor_links WHERE contract_id = @contractId), {other})";

    private const string StateByLink =
        "CASE WHEN EXISTS (SELECT 1 FROM contractor_links WHERE contract_id = @contractId) THEN 'on-track' ELSE 'enrolled' END";
}
