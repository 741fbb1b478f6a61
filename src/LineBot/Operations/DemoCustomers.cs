using LineBot.Accounts;
using LineBot.Language;
using LineBot.Storage;

namespace LineBot.Operations;

/// <summary>A parent with two subscriptions, and a friend with one.</summary>
internal sealed class DemoCustomers(
    ContractStore contracts, SubscriptionStore subscriptions, PlanStore plans, UserCodeStore codes, CampaignStore campaigns)
{
    public const string ParentsPassword = "demo-password-1";
    public const string FriendsPassword = "demo-password-2";

    public IReadOnlyList<Subscription> Add(Transaction tx, string parentsHash, string friendsHash, DateTimeOffset now)
    {
        // Two whole months ago, so that last month and this one have their usage.
        var signedOn = JapanTime.FirstOfMonth(JapanTime.DayOf(now)).AddMonths(-2);
        var signedAt = JapanTime.StartOf(signedOn).AddHours(10);
        var parent = contracts.Add(
            tx,
            new Contract
            {
                Id = 0, LoginId = "oya@example.jp", HolderName = "山田 花子", HolderKana = "ヤマダ ハナコ", BirthDate = new DateOnly(1984, 5, 12),
                PostalCode = "100-0001", Address = "東京都千代田区千代田1-1", CreatedAt = signedAt,
            },
            parentsHash);
        var friend = contracts.Add(
            tx,
            new Contract
            {
                Id = 0, LoginId = "tomo@example.jp", HolderName = "鈴木 友子", HolderKana = "スズキ トモコ", BirthDate = new DateOnly(1990, 9, 3),
                PostalCode = "530-0001", Address = "大阪府大阪市北区梅田1-1", CreatedAt = signedAt,
            },
            friendsHash);
        IReadOnlyList<Subscription> all =
        [
            Activate(tx, parent, "080-0000-0001", "花子", "voice-6gb", signedAt),
            Activate(tx, parent, "080-0000-0002", "陸", "voice-3gb", signedAt),
            Activate(tx, friend, "080-0000-0003", "友子", "voice-12gb", signedAt),
        ];
        EnrolInCampaign(tx, parent, signedOn, signedAt);
        return all;
    }

    private Subscription Activate(Transaction tx, long contractId, string phoneNumber, string userName, string planId, DateTimeOffset at)
    {
        var id = subscriptions.Add(
            tx,
            new Subscription
            {
                Id = 0, ContractId = contractId, PhoneNumber = phoneNumber, UserName = userName, PlanId = planId, ActivatedAt = at,
            });
        codes.Issue(tx, id, at);
        plans.TakeOption(tx, id, "line-free", at);
        return subscriptions.Find(tx, id)!;
    }

    /// <summary>Granted in the middle of the month after this one: there is a reward to lose.</summary>
    private void EnrolInCampaign(Transaction tx, long contractId, DateOnly signedOn, DateTimeOffset signedAt)
    {
        campaigns.Add(tx, new Campaign
        {
            Id = "welcome", NameJa = "ウェルカムキャンペーン", NameEn = "Welcome campaign", Code = "WELCOME", Kind = "points", Amount = 3000,
            StartsOn = signedOn, EndsOn = signedOn.AddMonths(6).AddDays(-1),
        });
        campaigns.Enrol(tx, "welcome", contractId, signedOn.AddMonths(3).AddDays(14), signedAt);
    }
}
