using Line.Messaging;
using LineBot.Data;
using LineBot.Language;
using LineBot.Notices;
using LineBot.RichMenu;

namespace LineBot.Handlers.DataPresent;

/// <summary>What giver and receiver hear of a present.</summary>
public sealed class PresentDoneReplies
{
    /// <summary>To the giver. The balances are those after it.</summary>
    /// <param name="told">Whether and when the receiver hears of it.</param>
    public Message Given(Tongue tongue, Partner receiver, Present present, Balance giver, Balance receivers, NoticeState told)
    {
        var name = Called.By(tongue, receiver);
        var title = tongue.Say("データをプレゼントしました", "Your present was given");
        List<FlexComponent> body =
        [
            Card.Fact(tongue.Say("贈った相手", "To"), name),
            Card.Fact(tongue.Say("贈ったデータ", "Data"), tongue.Data(present.Kb)),
            Card.Fact(tongue.Say("使える期限", "Can be used"), tongue.Until(receivers.PresentsUntil())),
            Card.Fact(tongue.Say("あなたの残量", "You have"), tongue.Data(giver.LeftKb)),
            Card.Fact(tongue.Say($"{name}の残量", $"{name} has"), tongue.Data(receivers.LeftKb)),
        ];
        if (told == NoticeState.Told)
            body.Add(Card.Note(tongue.Say($"{name}にもお知らせしています。", $"The news is on its way to {name}.")));
        if (told == NoticeState.Held)
            body.Add(Card.Note(tongue.Say($"夜間のため、{name}には朝にお知らせします。", $"It is night, so {name} hears of it in the morning.")));
        return new FlexMessage(
            tongue.Say($"{name}に {tongue.Data(present.Kb)} をプレゼントしました", $"You gave {tongue.Data(present.Kb)} to {name}"),
            Card.Of(title, body, Card.Other(Remaining(tongue))));
    }

    /// <summary>To the giver, for every tap on the same confirmation but the first.</summary>
    public Message GivenBefore(Tongue tongue, Partner? receiver, Present present)
    {
        var title = tongue.Say("このプレゼントは贈り済みです", "This present was given already");
        var text = tongue.Say(
            $"{tongue.DayAndTime(present.GivenAt)} に {Called.By(tongue, receiver)}へ {tongue.Data(present.Kb)} を贈りました。重ねて贈られることはありません。",
            $"You gave {tongue.Data(present.Kb)} to {Called.By(tongue, receiver)} on {tongue.DayAndTime(present.GivenAt)}. It is not given twice.");
        return new FlexMessage($"{title} {text}", Card.Of(
            title, [Card.Text(text)],
            Card.Other(Card.Tap(tongue.Say("ほかのプレゼントをする", "Give another present"), Postback.To(Tiles.DataPresent))),
            Card.Other(Remaining(tongue))));
    }

    /// <summary>To the receiver.</summary>
    /// <param name="wasSlow">Whether the present lifted the slowed connection.</param>
    public Message Received(Tongue tongue, Partner? giver, Present present, Balance receiver, bool wasSlow, DateOnly until)
    {
        var name = Called.By(tongue, giver);
        var title = tongue.Say($"{name}からプレゼント", $"A data present from {name}");
        List<FlexComponent> body =
        [
            new FlexText($"+{tongue.Data(present.Kb)}") { Size = "3xl", Weight = FlexWeight.Bold, Color = Card.Green },
            Card.Fact(tongue.Say("使える期限", "Can be used"), tongue.Until(until)),
            Card.Fact(tongue.Say("いまの残量", "You have now"), tongue.Data(receiver.LeftKb)),
        ];
        if (wasSlow)
            body.Add(Card.Note(tongue.Say("通信速度は通常に戻りました。", "Your connection is back to normal speed.")));
        return new FlexMessage(
            tongue.Say($"{name}から {tongue.Data(present.Kb)} のデータプレゼントが届きました", $"{tongue.Data(present.Kb)} of data from {name}"),
            Card.Of(title, body, Card.Primary(Remaining(tongue))));
    }

    /// <summary>To the giver, when somebody took what waited behind the link.</summary>
    public Message Claimed(Tongue tongue, Partner? receiver, Present present)
    {
        var name = Called.By(tongue, receiver);
        return Card.Message(
            tongue.Say("プレゼントが受け取られました", "Your present was taken"),
            tongue.Say($"{name}が {tongue.Data(present.Kb)} を受け取りました。", $"{tongue.Data(present.Kb)} was taken by {name}."),
            [Card.Note(tongue.Say("次からは、相手の一覧から直接贈れます。", "Next time you can choose them from the list."))],
            Card.Other(Card.Tap(tongue.Say("プレゼント履歴", "Present history"), Postback.To("data-present/history"))));
    }

    private static PostbackAction Remaining(Tongue tongue) =>
        Card.Tap(tongue.Say("データ残量確認", "Data remaining"), Postback.To(Tiles.DataRemaining));
}
