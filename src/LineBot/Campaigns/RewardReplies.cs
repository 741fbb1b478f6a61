using Line.Messaging;
using LineBot.Accounts;
using LineBot.Language;
using LineBot.RichMenu;

namespace LineBot.Campaigns;

/// <summary>What customers hear of their rewards.</summary>
public sealed class RewardReplies
{
    public Message Enrolled(Tongue tongue, IReadOnlyList<Reward> rewards)
    {
        var isLinked = rewards[0].State == RewardState.OnTrack;
        var title = rewards[0].IsInviters
            ? tongue.Say("招待したお友だちのご契約が始まりました", "The friend you invited has signed")
            : tongue.Say("特典の対象になりました", "You are enrolled for a reward");
        return Card.Message(
            title,
            [
                Card.Text(isLinked
                    ? tongue.Say("特典付与日まで契約者連携を続けると、特典を付与します。", "Keep the contractor link until the grant date to get the reward.")
                    : tongue.Say(
                        "受け取りには契約者連携が必要です。特典付与日の前日までに連携し、そのまま続けてください。",
                        "It needs the contractor link: make it before the grant date, and keep it.")),
                .. rewards.SelectMany(reward => Facts(tongue, reward)),
                Card.Note(tongue.Say(
                    "付与日より前に契約者連携を解除すると受け取れなくなり、連携し直しても戻りません。",
                    "Undone before the grant date, the reward is lost, and linking again does not bring it back.")),
            ],
            isLinked ? [] : [Card.Primary(LockedTile.StartContractorLink(tongue))]);
    }

    public Message Changed(Tongue tongue, Reward reward) => reward.State switch
    {
        RewardState.AtRisk => Card.Message(
            tongue.Say("特典の受け取りには連携が必要です", "Your reward needs a link"),
            [
                Card.Text(tongue.Say(
                    "契約者連携がまだのため、このままでは特典を受け取れません。特典付与日の前日までに連携してください。",
                    "There is no contractor link yet, and without it the reward is lost. Make it before the grant date.")),
                .. Facts(tongue, reward),
            ],
            Card.Primary(LockedTile.StartContractorLink(tongue))),
        RewardState.Granted => Card.Message(
            tongue.Say("特典を付与しました", "Your reward is granted"),
            [
                Card.Text(reward.Kind == "points"
                    ? tongue.Say("LINEポイントを付与しました。反映まで数日かかることがあります。", "The LINE points are on their way to you; it may take some days.")
                    : tongue.Say("特典は、次のご請求から割り引きます。", "It is taken off your next bill.")),
                .. Facts(tongue, reward),
            ]),
        _ => Card.Message(
            tongue.Say("特典の対象外になりました", "A reward was lost"), [Card.Text(tongue.WhyLost(reward)), .. Facts(tongue, reward)]),
    };

    private static IEnumerable<FlexComponent> Facts(Tongue tongue, Reward reward) =>
    [
        Card.Note(reward.Name(tongue)),
        Card.Fact(tongue.Say("特典", "Reward"), reward.Worth(tongue)),
        Card.Fact(tongue.Say("特典付与日", "Grant date"), tongue.Day(reward.GrantOn)),
    ];
}
