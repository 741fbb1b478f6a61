using LineBot.Accounts;
using LineBot.Data;
using LineBot.Knowledge;
using LineBot.Language;
using LineBot.Outbox;
using LineBot.RichMenu;
using Microsoft.Extensions.Options;

namespace LineBot.Handlers.TalkInquiry;

/// <summary>あなたの場合: what the customer's own account says to a question, from the links of this moment alone.</summary>
public sealed class OwnAccount(
    SubscriptionStore subscriptions, Balances balances, CampaignStore campaigns, UserCodeStore codes, OutboxStore outbox, IOptions<DataPolicy> policy)
{
    private const int MostSent = 3;

    public IReadOnlyList<string> Of(Turn turn, OwnState state) => state switch
    {
        OwnState.Data => Data(turn),
        OwnState.Speed => Speed(turn),
        OwnState.Plan => Plan(turn),
        OwnState.Links => Links(turn),
        OwnState.Rewards => Rewards(turn),
        OwnState.UserCode => UserCodes(turn),
        OwnState.Sent => Sent(turn),
        _ => [],
    };

    private List<string> Data(Turn turn)
    {
        var tongue = turn.Tongue;
        if (Used(turn) is not { } subscription)
            return [tongue.Say("利用者連携をすると、ここであなたの残量をお答えできます。", "With the user link, your own data is told here.")];
        var balance = balances.Of(turn.Tx, subscription.Id, turn.Now);
        return [
            tongue.Say($"いまの残量は {tongue.Data(balance.LeftKb)} です。", $"You have {tongue.Data(balance.LeftKb)} left."),
            .. balance.Parts.Where(part => part.LeftKb > 0).Select(part => tongue.Say(
                $"・{PartName(tongue, part.Kind)} {tongue.Data(part.LeftKb)}（{tongue.Until(part.LastDay)}）",
                $"· {PartName(tongue, part.Kind)} {tongue.Data(part.LeftKb)} ({tongue.Until(part.LastDay)})")),
        ];
    }

    private List<string> Speed(Turn turn)
    {
        var tongue = turn.Tongue;
        if (Used(turn) is not { } subscription)
            return [tongue.Say("利用者連携をすると、ここであなたの通信の状態をお答えできます。", "With the user link, your own connection's state is told here.")];
        var balance = balances.Of(turn.Tx, subscription.Id, turn.Now);
        var next = tongue.Day(JapanTime.FirstOfMonth(balance.Today).AddMonths(1));
        return [balance.IsSlow
            ? tongue.Say(
                $"データを使い切っているため、いまは最大{policy.Value.SlowKbps}kbpsです。{next}に元の速度へ戻ります。プレゼントか追加があれば、すぐに戻ります。",
                $"Your data is used up, so your speed is at most {policy.Value.SlowKbps}kbps now. It returns to normal on {next}, or at once with a present or a top-up.")
            : tongue.Say(
                $"データの残りが {tongue.Data(balance.LeftKb)} あるため、速度の制限はかかっていません。",
                $"You have {tongue.Data(balance.LeftKb)} left, so your connection is not slowed.")];
    }

    private List<string> Plan(Turn turn)
    {
        var tongue = turn.Tongue;
        return turn.Customer.IsContractHolder
            ? [.. subscriptions.OfHolder(turn.Tx, turn.LineUserId).Select(one => tongue.Say(
                $"{one.PhoneNumber}：{one.PlanName(tongue)}（{tongue.Yen(one.PlanMonthlyYen)}）{(one.NextPlanId is null ? "" : "、来月からプランが変わります")}",
                $"{one.PhoneNumber}: {one.PlanName(tongue)} ({tongue.Yen(one.PlanMonthlyYen)}){(one.NextPlanId is null ? "" : ", changing next month")}"))]
            : Used(turn) is { } used
                ? [tongue.Say($"お使いの回線のプランは {used.PlanName(tongue)} です。", $"Your subscription's plan is {used.PlanName(tongue)}.")]
                : [];
    }

    private List<string> Links(Turn turn)
    {
        var tongue = turn.Tongue;
        var contracts = turn.Customer.ContractIds.Count;
        return [
            contracts > 0
                ? tongue.Say($"契約者連携：連携済み（{contracts}件）", $"Contractor link: made ({contracts})")
                : tongue.Say("契約者連携：まだ連携していません", "Contractor link: not made yet"),
            Used(turn) is { } used
                ? tongue.Say($"利用者連携：連携済み（{used.PhoneNumber}）", $"User link: made ({used.PhoneNumber})")
                : tongue.Say("利用者連携：まだ連携していません", "User link: not made yet"),
        ];
    }

    private List<string> Rewards(Turn turn)
    {
        var tongue = turn.Tongue;
        if (!turn.Customer.IsContractHolder)
            return [];
        var rewards = turn.Customer.ContractIds.SelectMany(contract => campaigns.RewardsOf(turn.Tx, contract)).ToList();
        return rewards.Count == 0
            ? [tongue.Say("お申し込みの特典はありません。", "You are enrolled for no reward.")]
            : [.. rewards.Select(reward => $"{reward.Name(tongue)} {reward.Worth(tongue)}{tongue.Say("：", ": ")}{StateOf(tongue, reward)}")];
    }

    private static string StateOf(Tongue tongue, Reward reward) => reward.State switch
    {
        RewardState.Granted => tongue.Say("付与済みです", "granted"),
        RewardState.Forfeited => tongue.WhyLost(reward),
        _ => tongue.Say($"{tongue.Day(reward.GrantOn)}に付与の予定です", $"to be granted on {tongue.Day(reward.GrantOn)}"),
    };

    private List<string> UserCodes(Turn turn)
    {
        var tongue = turn.Tongue;
        return turn.Customer.IsContractHolder
            ? [.. subscriptions.OfHolder(turn.Tx, turn.LineUserId).Select(one => $"{one.PhoneNumber}{tongue.Say("：", ": ")}{StateOf(tongue, codes.Current(turn.Tx, one.Id))}")]
            : Used(turn) is not null
                ? [tongue.Say("利用者連携は済んでいます。利用コードはご契約者さまのマイページにあります。", "Your user link is made. The user code is in the contract holder's My Page.")]
                : [];
    }

    private static string StateOf(Tongue tongue, UserCode? code) => code switch
    {
        null => tongue.Say("利用コードはまだありません", "no user code yet"),
        { SpentOn: UserCodeUse.UserLink } => tongue.Say("利用コードは利用者連携で使用済みです", "the user code was spent by the user link"),
        { SpentOn: UserCodeUse.AgeVerification } => tongue.Say("利用コードは年齢認証で使用済みです", "the user code was spent by age verification"),
        _ => tongue.Say("利用コードはまだ使えます", "the user code can be used"),
    };

    private List<string> Sent(Turn turn)
    {
        var tongue = turn.Tongue;
        var sent = outbox.PushedTo(turn.Tx, turn.LineUserId, MostSent);
        return sent.Count == 0
            ? [tongue.Say("最近、こちらからあなたにお送りしたお知らせはありません。", "We have sent you no notice lately.")]
            : [tongue.Say("こちらから最近お送りしたお知らせの日時は、次のとおりです。", "We last sent you notices at these times:"), .. sent.Select(at => $"・{tongue.DayAndTime(at)}")];
    }

    private Subscription? Used(Turn turn) => turn.Customer.SubscriptionId is { } id ? subscriptions.Find(turn.Tx, id) : null;

    private static string PartName(Tongue tongue, PartKind kind) => kind switch
    {
        PartKind.CarryOver => tongue.Say("繰越", "Carry-over"),
        PartKind.Present => tongue.Say("プレゼント", "Present"),
        PartKind.Plan => tongue.Say("基本", "Plan"),
        _ => tongue.Say("追加", "Top-up"),
    };
}
