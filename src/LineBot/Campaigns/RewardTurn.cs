using LineBot.Accounts;
using LineBot.Language;
using LineBot.Storage;
using Microsoft.Extensions.Options;

namespace LineBot.Campaigns;

/// <summary>
/// Moves rewards on as days pass, each step once however often it is started. What a reward comes to depends on the links of the days before
/// its grant date alone, not on the minute in which it is settled.
/// </summary>
public sealed class RewardTurn(
    RewardStore rewards, ContractStore contracts, RewardNews news, AuditStore audit, IOptions<CampaignOptions> options)
{
    /// <returns>How many rewards were looked at, <paramref name="most"/> at most of each kind.</returns>
    public int Turn(Transaction tx, DateTimeOffset now, int most)
    {
        var today = JapanTime.DayOf(now);
        var due = rewards.Due(tx, today, most);
        foreach (var reward in due)
            Settle(tx, reward, now);
        var late = rewards.ToRemind(tx, now - options.Value.RemindAfter, today, most);
        foreach (var reward in late)
        {
            if (rewards.MarkAtRisk(tx, reward.Id))
                news.Changed(tx, rewards.Get(tx, reward.Id), now);
        }
        return Math.Max(due.Count, late.Count);
    }

    private void Settle(Transaction tx, Reward reward, DateTimeOffset now)
    {
        var loss = LossOf(tx, reward);
        if (!(loss is null ? rewards.Grant(tx, reward.Id, now) : rewards.Forfeit(tx, reward.Id, loss, now)))
            return;
        audit.Write(
            tx, now, "system", loss is null ? "reward-granted" : "reward-forfeited", reward.ContractId,
            detail: loss is null ? $"reward {reward.Id}" : $"reward {reward.Id}: {loss}");
        news.Changed(tx, rewards.Get(tx, reward.Id), now);
    }

    /// <summary>An undone link has settled its rewards already, so that one on track has been linked ever since.</summary>
    private string? LossOf(Transaction tx, Reward reward) =>
        reward is not { State: RewardState.OnTrack, ContractId: { } contractId } ? RewardLoss.NotLinked
        : contracts.Find(tx, contractId)?.EndedAt < JapanTime.StartOf(reward.GrantOn) ? RewardLoss.ContractEnded
        : null;
}
