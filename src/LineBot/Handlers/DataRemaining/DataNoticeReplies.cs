using Line.Messaging;
using LineBot.Accounts;
using LineBot.Data;
using LineBot.Language;
using LineBot.RichMenu;

namespace LineBot.Handlers.DataRemaining;

/// <summary>What users are told of their data unasked. They may be children: no price, and the way to buy for contract holders alone.</summary>
public sealed class DataNoticeReplies
{
    public Message Low(Tongue tongue, Customer customer, Remaining look)
    {
        var left = tongue.Data(look.Balance.LeftKb);
        var outlook = Outlook.Of(tongue, look);
        var title = tongue.Say($"データの残りが {left} になりました", $"You have {left} of data left");
        return new FlexMessage($"{title}\n{outlook.OneLine}", Card.Of(
            title,
            [
                Whose(tongue, look),
                Gauge.Of(look.Balance, "12px"),
                Card.Note(Gauge.InWords(tongue, look.Balance)),
                Card.Text(outlook.Text) with { Size = "sm", Weight = FlexWeight.Bold },
            ],
            [Card.Primary(See(tongue)), .. Buy(tongue, customer, look.Subscription)]));
    }

    public Message UsedUp(Tongue tongue, Customer customer, Remaining look)
    {
        var title = tongue.Say("データを使い切りました", "All your data is used");
        var next = tongue.Day(look.NextMonth);
        var text = tongue.Say(
            $"通信速度が {look.SlowKbps}kbps になっています。{next} に通常の速度へ戻ります。",
            $"The connection is slowed to {look.SlowKbps} kbps. Normal speed returns on {next}.");
        return new FlexMessage($"{title}\n{text}", Card.Of(
            title,
            [
                Whose(tongue, look),
                Card.Text(text),
                Card.Note(tongue.Say("データプレゼントを受け取るか、データを追加すると、すぐに戻ります。", "A data present or a top-up brings it back at once.")),
            ],
            [
                Card.Primary(Card.Tap(tongue.Say("データプレゼント", "Data present"), Postback.To(Tiles.DataPresent))),
                .. Buy(tongue, customer, look.Subscription),
                Card.Other(See(tongue)),
            ]));
    }

    /// <summary>繰越 is lost and cannot be given away; what can be given, and is not lost yet, is 基本.</summary>
    public Message CarryOverExpiring(Tongue tongue, Remaining look, DateOnly lastDay)
    {
        var carried = tongue.Data(look.Balance.LeftOf(PartKind.CarryOver));
        var plan = look.Balance.LeftOf(PartKind.Plan);
        var title = tongue.Say($"繰越 {carried} の期限が近づいています", $"{carried} of carry-over is about to expire");
        var until = tongue.Say(
            $"{tongue.Day(lastDay)} を過ぎると、繰越の残り {carried} は使えなくなります。データは繰越から先に使われます。",
            $"After {tongue.Day(lastDay)} the {carried} carried over is gone. Carry-over is used before anything else.");
        var keep = Keep(tongue, plan);
        return new FlexMessage($"{title}\n{until}", Card.Of(
            title,
            [Whose(tongue, look), Card.Text(until), .. keep.Length > 0 ? [Card.Note(keep)] : (FlexComponent[])[]],
            plan > 0
                ?
                [
                    Card.Primary(Card.Tap(tongue.Say("基本データを贈る", "Give plan data"), Postback.To(Tiles.DataPresent))),
                    Card.Other(Card.Tap(tongue.Say("このまま使う", "Keep it"), Postback.To(DataRemainingHandler.KeepData))),
                ]
                : [Card.Primary(See(tongue))]));
    }

    /// <summary>このまま使う: nothing is changed, and it is said what that means.</summary>
    public Message Kept(Tongue tongue, Remaining look)
    {
        var (carried, plan) = (look.Balance.LeftOf(PartKind.CarryOver), look.Balance.LeftOf(PartKind.Plan));
        return new TextMessage(tongue.Say(
            $"このままご利用ください。繰越 {tongue.Data(carried)} から先に使われ、{Lost(tongue, look)}。{Keep(tongue, plan)}",
            $"Fine, nothing is changed. The {tongue.Data(carried)} carried over is used first; {Lost(tongue, look)}. {Keep(tongue, plan)}").TrimEnd());
    }

    private static string Lost(Tongue tongue, Remaining look) => tongue.Say(
        $"{tongue.Day(look.NextMonth.AddDays(-1))} までに使わなかった分はなくなります", $"what is left of it after {tongue.Day(look.NextMonth.AddDays(-1))} is gone");

    private static string Keep(Tongue tongue, long planKb) => planKb == 0 ? "" : tongue.Say(
        $"基本の残り {tongue.Data(planKb)} は翌月に繰り越され、500MB単位で贈ることもできます（繰越分は贈れません）。",
        $"The {tongue.Data(planKb)} left of this month's plan is carried over to next month, or can be given away in steps of 500 MB (carry-over cannot).");

    private static FlexText Whose(Tongue tongue, Remaining look) => Card.Note(tongue.Say(
        $"{look.Subscription.UserName}さん  {look.Subscription.PhoneNumber}", $"{look.Subscription.UserName}  {look.Subscription.PhoneNumber}"));

    private static PostbackAction See(Tongue tongue) => Card.Tap(tongue.Say("データ残量を見る", "See my data"), Postback.To(Tiles.DataRemaining));

    /// <summary>データを追加する, for those who pay for this very subscription.</summary>
    internal static IEnumerable<FlexButton> Buy(Tongue tongue, Customer customer, Subscription subscription) =>
        customer.ContractIds.Contains(subscription.ContractId)
            ? [Card.Other(Card.Tap(tongue.Say("データを追加する", "Add data"), Postback.To(Tiles.TopUp, ("subscription", subscription.Id))))]
            : [];
}
