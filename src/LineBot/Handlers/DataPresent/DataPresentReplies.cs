using Line.Messaging;
using LineBot.Data;
using LineBot.Language;
using LineBot.RichMenu;

namespace LineBot.Handlers.DataPresent;

public sealed class DataPresentReplies
{
    /// <summary>Who may be given data, and those who could be if they had a user link.</summary>
    public Message People(Tongue tongue, PresentTerms terms, IReadOnlyList<Partner> people, long unitKb)
    {
        var title = tongue.Say("データプレゼント", "Data present");
        var most = Card.Fact(tongue.Say("贈れるデータ", "You can give"), tongue.Say($"最大 {tongue.Data(terms.MostKb)}", $"up to {tongue.Data(terms.MostKb)}"));
        var who = tongue.Say("だれに贈りますか？", "Who is it for?");
        var rows = people.Where(person => person.IsLinked).Concat(people.Where(person => !person.IsLinked)).Select(person => Person(tongue, person));
        return new FlexMessage($"{title} {who}", Card.Of(
            title,
            [
                Card.Text(who), FlexBox.Vertical([.. rows, Friend(tongue)]) with { Spacing = "sm" }, most,
                Card.Note(tongue.Say(
                    $"基本データから、{tongue.Data(unitKb)}単位で贈れます。", $"It comes out of your plan data, in steps of {tongue.Data(unitKb)}.")),
            ],
            AskForData(tongue), History(tongue)));
    }

    public static FlexButton AskForData(Tongue tongue) => Card.Other(Card.Tap(tongue.Say("データをもらう", "Ask for data"), Postback.To("data-present/ask")));

    public static FlexButton History(Tongue tongue) =>
        Card.Other(Card.Tap(tongue.Say("プレゼント履歴", "Present history"), Postback.To("data-present/history")));

    /// <summary>Anyone else, by LINE's share screen.</summary>
    private static FlexButton Friend(Tongue tongue) =>
        new(Card.Tap(tongue.Say("LINEの友だちに贈る", "A friend in LINE"), Postback.To("data-present/share")))
        {
            Style = FlexButtonStyle.Secondary, Height = FlexButtonHeight.Small, AdjustMode = FlexAdjustMode.ShrinkToFit,
        };

    /// <summary>The amounts that can be given, in the policy's unit.</summary>
    public Message Amounts(Tongue tongue, PresentTerms terms, long unitKb)
    {
        var name = Called.By(tongue, terms.Receiver);
        var title = tongue.Say($"{name}へ", $"To {name}");
        var question = tongue.Say("どれだけ贈りますか？", "How much?");
        return new FlexMessage($"{title} {question}", Card.Of(
            title,
            [
                Card.Text(question),
                AmountButtons.Of(tongue, terms.MostKb, unitKb, "data-present/confirm", ("to", terms.Receiver!.SubscriptionId)),
                Card.Fact(tongue.Say("あなたの残量", "You have"), tongue.Data(terms.GiverBalance.LeftKb)),
                Card.Fact(tongue.Say("うち基本データ", "of it plan data"), tongue.Data(terms.GiverBalance.LeftOf(PartKind.Plan))),
                Card.Note(tongue.Say(
                    $"{name}へは1か月に合計 {tongue.Data(terms.LimitKb)} まで贈れます。", $"You can give {name} up to {tongue.Data(terms.LimitKb)} a month.")),
            ],
            Card.Other(Card.Tap(tongue.Say("相手を選びなおす", "Choose somebody else"), Postback.To(Tiles.DataPresent)))));
    }

    /// <summary>The last look before giving, with both balances after it.</summary>
    /// <param name="isAgain">True where an earlier confirmation had become too old.</param>
    public Message Confirmation(Tongue tongue, PresentTerms terms, PresentRequest request, bool isAgain)
    {
        var name = Called.By(tongue, terms.Receiver);
        var mb = request.Kb / 1_000;
        var title = tongue.Say("この内容で贈りますか？", "Give this present?");
        List<FlexComponent> body = isAgain
            ? [Card.Text(tongue.Say("時間がたったので、いまの残量でもう一度お確かめください。", "Some time has passed. Please look once more at the balances of now."))]
            : [];
        body.AddRange(
        [
            Card.Fact(tongue.Say("贈る相手", "To"), name),
            Card.Fact(tongue.Say("贈るデータ", "Data"), tongue.Data(request.Kb)),
            Change(tongue, tongue.Say("あなたの残量", "You will have"), terms.GiverBalance.LeftKb, -request.Kb),
            Change(tongue, tongue.Say($"{name}の残量", $"{name} will have"), terms.ReceiverBalance!.LeftKb, request.Kb),
            Card.Note(tongue.Say(
                "贈ったデータは取り消せません。今月末まで使え、繰り越しはされません。",
                "A present cannot be taken back. It can be used until the end of this month and is not carried over.")),
        ]);
        return new FlexMessage($"{title} {tongue.Say($"{name}に {tongue.Data(request.Kb)}", $"{tongue.Data(request.Kb)} to {name}")}", Card.Of(
            title, body,
            Card.Primary(Card.Tap(
                tongue.Say("データプレゼントする", "Give the present"),
                Postback.To("data-present/give", ("to", request.ReceiverId), ("mb", mb), ("request", request.RequestId)))),
            Card.Other(Card.Tap(tongue.Say("データ量を選びなおす", "Choose another amount"), Postback.To("data-present/amount", ("to", request.ReceiverId))))));
    }

    private static FlexBox Change(Tongue tongue, string name, long leftKb, long changeKb) =>
        Card.Fact(name, $"{tongue.Data(leftKb)} → {tongue.Data(leftKb + changeKb)}");

    private static FlexButton Person(Tongue tongue, Partner person)
    {
        var name = Called.By(tongue, person);
        var number = person.IsOfSameContract ? $" {person.PhoneNumber}" : "";
        var label = person.IsLinked ? $"{name}{number}" : tongue.Say($"{name}（連携前・招待する）", $"{name} (not linked: invite)");
        return new FlexButton(Card.Tap(label, Postback.To("data-present/amount", ("to", person.SubscriptionId))) with { DisplayText = name })
        {
            Style = FlexButtonStyle.Secondary, Height = FlexButtonHeight.Small, AdjustMode = FlexAdjustMode.ShrinkToFit,
        };
    }
}
