using Line.Messaging;
using LineBot.Accounts;
using LineBot.Data;
using LineBot.Language;
using LineBot.RichMenu;
using Microsoft.Extensions.Options;

namespace LineBot.Handlers.DataPresent;

/// <summary>Why it cannot be done now, and what can.</summary>
public sealed class PresentRefusedReplies(IOptions<DataPolicy> policy)
{
    public Message Show(Customer customer, PresentTerms terms) => terms.Refusal switch
    {
        PresentRefusal.Closed => Closed(customer.Tongue, terms),
        PresentRefusal.NothingToGive => NothingToGive(customer.Tongue, terms),
        PresentRefusal.ReceiverNotLinked => Invite(customer, terms.Receiver!),
        PresentRefusal.MonthFull => MonthFull(customer.Tongue, terms),
        PresentRefusal.NotThatMuch => NotThatMuch(customer.Tongue, terms),
        _ => NoPartner(customer.Tongue),
    };

    private FlexMessage Closed(Tongue tongue, PresentTerms terms)
    {
        var (closes, opens) = (DayWords.TimeOf(policy.Value.PresentsCloseAt), DayWords.TimeOf(policy.Value.PresentsOpenAt));
        return Say(
            tongue, tongue.Say("いまはプレゼントをお休みしています", "Presents are resting now"),
            tongue.Say(
                $"月末の {closes} から翌月1日の {opens} までは、データプレゼントをご利用いただけません。{tongue.DayAndTime(terms.ClosedUntil!.Value)} からまた贈れます。",
                $"From {closes} on the last day of a month until {opens} on the 1st no data can be given. Presents open again on {tongue.DayAndTime(terms.ClosedUntil!.Value)}."),
            Remaining(tongue), History(tongue));
    }

    private FlexMessage NothingToGive(Tongue tongue, PresentTerms terms)
    {
        var unit = tongue.Data(policy.Value.PresentUnitKb);
        var left = tongue.Data(terms.GiverBalance.LeftOf(PartKind.Plan));
        var next = tongue.Day(NextMonth(terms));
        return Say(
            tongue, tongue.Say("贈れるデータがありません", "There is no data to give"),
            tongue.Say(
                $"贈れるのは今月の基本データだけで、{unit}から贈れます。基本データの残りは {left} です。{next} に新しい基本データが入ると、また贈れます。",
                $"Only this month's plan data can be given, from {unit} up, and {left} of it is left. You can give again when your new plan data comes on {next}."),
            Remaining(tongue), DataPresentReplies.AskForData(tongue), History(tongue));
    }

    private static FlexMessage MonthFull(Tongue tongue, PresentTerms terms)
    {
        var name = Called.By(tongue, terms.Receiver);
        return Say(
            tongue, tongue.Say("今月の上限まで贈りました", "You have given all you can this month"),
            tongue.Say(
                $"{name}に1か月に贈れるのは合計 {tongue.Data(terms.LimitKb)} までです。{tongue.Day(NextMonth(terms))} からまた贈れます。",
                $"You can give {name} up to {tongue.Data(terms.LimitKb)} a month. You can give again from {tongue.Day(NextMonth(terms))}."),
            Other(tongue));
    }

    private static FlexMessage NotThatMuch(Tongue tongue, PresentTerms terms)
    {
        var most = tongue.Data(terms.MostKb);
        return Say(
            tongue, tongue.Say("そのデータ量は贈れません", "That amount cannot be given"),
            tongue.Say($"いま贈れるのは最大 {most} です。データ量を選びなおしてください。", $"You can give up to {most} now. Please choose another amount."),
            Card.Primary(Card.Tap(
                tongue.Say("データ量を選びなおす", "Choose another amount"),
                terms.Receiver is { } receiver ? Postback.To("data-present/amount", ("to", receiver.SubscriptionId)) : Postback.To("data-present/share"))));
    }

    private static FlexMessage NoPartner(Tongue tongue) => Say(
        tongue, tongue.Say("その相手には贈れません", "Data cannot be given to them"),
        tongue.Say(
            "直接贈れるのは、同じ契約の回線を使う方と、前にプレゼントをやりとりした方です。ほかの方には、LINEの友だちに贈るリンクをお使いください。",
            "Presents go to those of your contract and to those you exchanged data with before. For anybody else, make a link to send in LINE."),
        Other(tongue));

    private static FlexMessage Invite(Customer customer, Partner receiver)
    {
        var tongue = customer.Tongue;
        var name = Called.By(tongue, receiver);
        var invitation = Invitation(tongue);
        List<FlexComponent> body =
        [
            Card.Text(tongue.Say(
                $"{name}が利用者連携をすると、データを贈れるようになります。下の招待文をLINEで送ってください。",
                $"You can give data to {name} once they link as user. Send them this invitation in LINE.")),
            FlexBox.Vertical(Card.Note(invitation)) with { BackgroundColor = "#EEF2F0", CornerRadius = "md", PaddingAll = "12px" },
        ];
        if (customer.IsContractHolder && receiver.IsOfSameContract)
            body.Add(Card.Note(tongue.Say("利用コードは、マイページでご確認いただけます。", "The user code is in My Page.")));
        var title = tongue.Say($"{name}は連携がまだです", $"{name} is not linked yet");
        return new FlexMessage(title, Card.Of(
            title, body,
            Card.Primary(new UriAction(
                tongue.Say("招待文を送る", "Send the invitation"), PresentAddresses.Share(invitation))),
            Card.Other(new ClipboardAction(tongue.Say("招待文をコピー", "Copy the invitation"), invitation)),
            Other(tongue)));
    }

    /// <summary>Percent-encoded, a character takes nine of the thousand that LINE allows an address.</summary>
    private static string Invitation(Tongue tongue) => tongue.Say(
        "データを贈りたいので、LINEの利用者連携をお願いします。公式アカウントのメニュー「契約者連携・利用者連携」で利用コードを入力すると完了です。",
        "I would like to give you data. Please link your LINE: open our operator's official account, tap “Linking” in its menu and enter your user code.");

    private static DateOnly NextMonth(PresentTerms terms) => JapanTime.FirstOfMonth(terms.GiverBalance.Today).AddMonths(1);

    private static FlexButton Remaining(Tongue tongue) =>
        Card.Primary(Card.Tap(tongue.Say("データ残量確認", "Data remaining"), Postback.To(Tiles.DataRemaining)));

    private static FlexButton History(Tongue tongue) => DataPresentReplies.History(tongue);

    private static FlexButton Other(Tongue tongue) =>
        Card.Other(Card.Tap(tongue.Say("相手を選びなおす", "Choose somebody else"), Postback.To(Tiles.DataPresent)));

    private static FlexMessage Say(Tongue tongue, string title, string text, params FlexButton[] buttons) =>
        new(tongue.Say($"{title}。{text}", $"{title}. {text}"), Card.Of(title, [Card.Text(text)], buttons));
}
