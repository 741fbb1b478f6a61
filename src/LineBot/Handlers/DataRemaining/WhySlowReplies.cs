using Line.Messaging;
using LineBot.Accounts;
using LineBot.Language;
using LineBot.RichMenu;

namespace LineBot.Handlers.DataRemaining;

/// <summary>なぜ遅い？, answered from the customer's own state.</summary>
public sealed class WhySlowReplies
{
    public Message Explain(Tongue tongue, Customer customer, Remaining look) =>
        look.Balance.IsSlow ? Slowed(tongue, customer, look) : NotSlowed(tongue, look);

    /// <summary>For contract holders without a user link: which of the contract's subscriptions are slowed.</summary>
    public Message ExplainFamily(Tongue tongue, IReadOnlyList<Remaining> held)
    {
        var slow = held.Where(one => one.Balance.IsSlow).ToList();
        var title = tongue.Say("通信速度について", "About your speed");
        var text = slow.Count == 0
            ? tongue.Say("ご契約中の回線はどれもデータが残っていて、速度制限はかかっていません。", "All subscriptions of your contract have data left and none is slowed.")
            : tongue.Say(
                $"次の回線はデータを使い切ったため、{slow[0].SlowKbps}kbps になっています。",
                $"These subscriptions have used all their data and are slowed to {slow[0].SlowKbps} kbps:");
        return Card.Message(
            title, text,
            [.. slow.Select(one => Card.Fact(one.Subscription.UserName, one.Subscription.PhoneNumber)), Card.Note(Hints(tongue))],
            Card.Primary(Card.Tap(tongue.Say("ご家族の回線の残量", "Family's data remaining"), Postback.To(Tiles.FamilyBoard))));
    }

    /// <summary>Without a link nothing is known of the connection, and that is said.</summary>
    public Message NoLink(Customer customer)
    {
        var tongue = customer.Tongue;
        return Card.Message(
            tongue.Say("通信速度について", "About your speed"),
            tongue.Say(
                "利用者連携をすると、データ残量と速度制限の有無をここでお調べできます。",
                "Once you link as user, we can see here whether your data is used up and the connection slowed."),
            [Card.Note(Hints(tongue))],
            Card.Primary(LockedTile.StartUserLink(tongue)), Inquiry(tongue));
    }

    private static FlexMessage Slowed(Tongue tongue, Customer customer, Remaining look)
    {
        var next = tongue.Day(look.NextMonth);
        return Card.Message(
            tongue.Say("データを使い切ったためです", "Because all data is used"),
            tongue.Say(
                $"今月の {tongue.Data(look.Balance.VolumeKb)} をすべて使ったため、いまは {look.SlowKbps}kbps です。{next} に通常の速度へ戻ります。",
                $"All {tongue.Data(look.Balance.VolumeKb)} of this month is used, so it runs at {look.SlowKbps} kbps now. Normal speed returns on {next}."),
            [Card.Note(tongue.Say("データプレゼントを受け取るか、データを追加すると、すぐに戻ります。", "A data present or a top-up brings it back at once."))],
            [
                Card.Primary(Card.Tap(tongue.Say("データプレゼント", "Data present"), Postback.To(Tiles.DataPresent))),
                .. DataNoticeReplies.Buy(tongue, customer, look.Subscription),
                Card.Other(Card.Tap(tongue.Say("データ残量確認", "Data remaining"), Postback.To(Tiles.DataRemaining))),
            ]);
    }

    private static FlexMessage NotSlowed(Tongue tongue, Remaining look) => Card.Message(
        tongue.Say("速度制限はかかっていません", "Your connection is not slowed"),
        tongue.Say(
            $"データは {tongue.Data(look.Balance.LeftKb)} 残っていて、通常の速度でご利用いただける状態です。",
            $"You have {tongue.Data(look.Balance.LeftKb)} left and are on normal speed."),
        [Card.Note(Hints(tongue))],
        Inquiry(tongue) with { Style = FlexButtonStyle.Primary, Height = null },
        Card.Other(Card.Tap(tongue.Say("データ残量確認", "Data remaining"), Postback.To(Tiles.DataRemaining))));

    private static string Hints(Tongue tongue) => tongue.Say(
        "電波の弱い場所や、お昼・夕方などの混み合う時間は、遅くなることがあります。機内モードを一度オンにして戻すか、再起動すると直ることもあります。",
        "Weak signal and busy hours, such as noon and early evening, can make it slower. Turning airplane mode on and off, or a restart, often helps.");

    private static FlexButton Inquiry(Tongue tongue) =>
        Card.Other(Card.Tap(tongue.Say("トークで問い合わせ", "Talk inquiry"), Postback.To(Tiles.TalkInquiry)));
}
