using LineBot.Accounts;
using LineBot.Notices;
using LineBot.Storage;

namespace LineBot.Campaigns;

/// <summary>Tells customers how their rewards stand, where there is a LINE account to tell.</summary>
public sealed class RewardNews(RewardStore rewards, NoticeWriter notices, RewardReplies replies)
{
    /// <summary>Tells applicant and inviter, each at once, what an application that was activated enrolled them for.</summary>
    public void Enrolled(Transaction tx, long applicationId, DateTimeOffset now)
    {
        foreach (var side in rewards.OfApplication(tx, applicationId).GroupBy(reward => reward.IsInviters))
        {
            if (side.First() is { LineUserId: { } lineUserId } first)
                notices.Tell(tx, lineUserId, NoticeKind.RewardGranted, tongue => replies.Enrolled(tongue, [.. side]), $"reward:{first.Id}:enrolled", now);
        }
    }

    public void Changed(Transaction tx, Reward reward, DateTimeOffset now)
    {
        if (reward.LineUserId is { } lineUserId)
            notices.Tell(tx, lineUserId, NoticeKind.RewardGranted, tongue => replies.Changed(tongue, reward), $"reward:{reward.Id}:{reward.State}", now);
    }
}
