using Line.Messaging;
using LineBot.Accounts;
using LineBot.Language;
using LineBot.RichMenu;

namespace LineBot.Handlers.DataRemaining;

public sealed class FamilyBoardReplies
{
    /// <summary>As many bubbles as a carousel takes.</summary>
    private const int MostContracts = 12;

    /// <summary>The remaining data of each subscription, one bubble a contract.</summary>
    public IReadOnlyList<Message> Show(Tongue tongue, IReadOnlyList<IReadOnlyList<Remaining>> contracts)
    {
        var bubbles = contracts.Take(MostContracts).Select(contract => Board(tongue, contract)).ToList();
        var summary = string.Join("、", contracts[0].Select(one => $"{one.Subscription.UserName} {tongue.Data(one.Balance.LeftKb)}"));
        var board = new FlexMessage(
            tongue.Say($"ご家族の回線の残量 {summary}", $"Family's data remaining: {summary}"), bubbles.Count == 1 ? bubbles[0] : new FlexCarousel(bubbles));
        return contracts.Count <= MostContracts
            ? [board]
            : [board, new TextMessage(tongue.Say(
                $"最初の{MostContracts}契約を表示しています。ほかの契約はマイページでご確認ください。",
                $"These are the first {MostContracts} contracts. The others are in My Page."))];
    }

    /// <summary>Said to those without a contract: an old button, or the words typed by a family member.</summary>
    public Message NotHolder(Customer customer)
    {
        var tongue = customer.Tongue;
        var title = tongue.Say("ご家族の回線の残量", "Family's data remaining");
        return new FlexMessage(title, Card.Of(
            title,
            [Card.Text(tongue.Say(
                "契約者連携をした方が、ご契約中の回線の残量をまとめて確認できます。ご自分の残量は「データ残量確認」からご覧ください。",
                "Contract holders who have linked see the data left on all their subscriptions here. Your own is under “Data remaining”."))],
            Card.Primary(Card.Tap(tongue.Say("データ残量確認", "Data remaining"), Postback.To(Tiles.DataRemaining)))));
    }

    public Message Nothing(Tongue tongue) => new TextMessage(tongue.Say(
        "ご契約中の回線はまだありません。お申し込みの完了後に、ここで残量を確認できます。",
        "Your contract has no active subscription yet. Once it has, its data shows here."));

    private static FlexBubble Board(Tongue tongue, IReadOnlyList<Remaining> contract) => new()
    {
        Body = FlexBox.Vertical(
        [
            Card.Title(tongue.Say("ご家族の回線の残量", "Family's data remaining")),
            new FlexText(tongue.Say($"{tongue.DayAndTime(contract[0].Now)} 現在", $"As of {tongue.DayAndTime(contract[0].Now)}")) { Size = "xs", Color = Card.Muted },
            .. contract.SelectMany(one => (FlexComponent[])[new FlexSeparator { Margin = "lg" }, Row(tongue, one)]),
        ]) with { PaddingAll = "20px" },
    };

    private static FlexBox Row(Tongue tongue, Remaining one)
    {
        var (number, unit) = tongue.DataParts(one.Balance.LeftKb);
        var outlook = Outlook.Of(tongue, one);
        var color = one.Balance.IsSlow ? Card.Red : Card.Ink;
        return FlexBox.Vertical(
            FlexBox.Horizontal(
                FlexBox.Vertical(
                    new FlexText(one.Subscription.UserName) { Size = "md", Weight = FlexWeight.Bold, Color = Card.Ink },
                    new FlexText(one.Subscription.PhoneNumber) { Size = "xs", Color = Card.Muted }),
                new FlexText
                {
                    Contents =
                    [
                        new FlexSpan(number) { Size = "xxl", Weight = FlexWeight.Bold, Color = color },
                        new FlexSpan($" {unit}") { Size = "md", Weight = FlexWeight.Bold, Color = color },
                    ],
                    Flex = 0, Align = FlexAlign.End,
                }) with { AlignItems = FlexAlignItems.FlexEnd },
            Gauge.Of(one.Balance, "10px"),
            new FlexText(tongue.Say($"残り {Gauge.Percent(one.Balance)}%（全 {tongue.Data(one.Balance.VolumeKb)}）", $"{Gauge.Percent(one.Balance)}% of {tongue.Data(one.Balance.VolumeKb)}"))
            { Size = "xs", Color = Card.Muted },
            new FlexText(outlook.OneLine) { Size = "xs", Color = outlook.IsGood ? Card.Muted : Card.Red, Wrap = true }) with { Margin = "lg", Spacing = "sm" };
    }
}
