using System.Text;
using Line.Messaging;
using LineBot.Accounts;
using LineBot.Campaigns;
using LineBot.Language;
using LineBot.Tests.Drivers;

namespace LineBot.Tests.Campaigns;

public sealed class RewardRepliesTests
{
    [Theory]
    [InlineData(RewardState.Forfeited, RewardLoss.NotLinked, "points")]
    [InlineData(RewardState.Forfeited, RewardLoss.ContractEnded, "points")]
    [InlineData(RewardState.Forfeited, RewardLoss.LinkUndone, "balance")]
    [InlineData(RewardState.Granted, null, "balance")]
    public void Explains_every_end_of_a_reward(string state, string? lostBy, string kind)
    {
        foreach (var tongue in (Tongue[])[Tongue.Japanese, Tongue.English])
        {
            var message = new RewardReplies().Changed(tongue, new Reward
            {
                Id = 1, State = state, LostBy = lostBy, GrantOn = new DateOnly(2027, 1, 31), NameJa = "春のキャンペーン", NameEn = "Spring campaign",
                Kind = kind, Amount = 3000,
            });
            Snapshot.MatchJson(Encoding.UTF8.GetString(MessageBatch.Serialize([message])), $"{lostBy ?? state}.{tongue.Code}");
        }
    }
}
