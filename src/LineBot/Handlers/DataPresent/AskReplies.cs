using Line.Messaging;
using LineBot.Data;
using LineBot.Language;
using LineBot.Notices;
using LineBot.RichMenu;

namespace LineBot.Handlers.DataPresent;

/// <summary>Asking for data, and answering to that. What anybody has left is not spoken of here.</summary>
public sealed class AskReplies
{
    /// <param name="people">Those who have a user link.</param>
    public Message People(Tongue tongue, IReadOnlyList<Partner> people)
    {
        var title = tongue.Say("データをもらう", "Ask for data");
        if (people.Count == 0)
        {
            return Card.Message(title, tongue.Say(
                "お願いできる相手がまだいません。お願いできるのは、利用者連携をしている同じ契約の方と、前にプレゼントをやりとりした方です。",
                "There is nobody to ask yet: you can ask those of your contract, and those you exchanged data with, once they have the user link."), Back(tongue));
        }
        var rows = people.Select(person => new FlexButton(
            Card.Tap(Called.By(tongue, person), Postback.To("data-present/ask-amount", ("to", person.SubscriptionId))))
        {
            Style = FlexButtonStyle.Secondary, Height = FlexButtonHeight.Small, AdjustMode = FlexAdjustMode.ShrinkToFit,
        });
        return Card.Message(
            title, tongue.Say("だれにお願いしますか？", "Whom do you want to ask?"),
            [
                FlexBox.Vertical([.. rows]) with { Spacing = "sm" },
                Card.Note(tongue.Say("お願いは、おひとりに1日1回送れます。", "You can ask each of them once a day.")),
            ],
            Back(tongue));
    }

    public Message Amounts(Tongue tongue, Partner asked, IEnumerable<long> amounts)
    {
        var name = Called.By(tongue, asked);
        return Card.Message(
            tongue.Say($"{name}にお願い", $"Ask {name}"), tongue.Say("どれだけほしいですか？", "How much would help?"),
            [
                AmountButtons.Of(tongue, amounts, "data-present/ask-send", ("to", asked.SubscriptionId)),
                Card.Note(tongue.Say($"押すとすぐに{name}へ届きます。", $"{name} is asked as soon as you tap.")),
            ],
            Card.Other(Card.Tap(tongue.Say("相手を選びなおす", "Choose somebody else"), Postback.To("data-present/ask"))));
    }

    /// <param name="told">Whether and when the other one hears of it.</param>
    public Message Sent(Tongue tongue, DataAsk ask, Partner asked, NoticeState told)
    {
        var name = Called.By(tongue, asked);
        var text = told switch
        {
            NoticeState.Told => tongue.Say(
                $"{name}に {tongue.Data(ask.Kb)} をお願いしました。お返事があるとお知らせします。",
                $"You asked {name} for {tongue.Data(ask.Kb)}. You will hear of the answer here."),
            NoticeState.Held => tongue.Say(
                $"{name}に {tongue.Data(ask.Kb)} のお願いを、朝になったらお届けします。お返事があるとお知らせします。",
                $"{name} will be asked for {tongue.Data(ask.Kb)} in the morning. You will hear of the answer here."),
            _ => tongue.Say(
                $"いまは{name}にお知らせを届けられません。直接お伝えください。", $"{name} cannot be reached here now. Please tell them yourself."),
        };
        return Card.Message(
            told is NoticeState.Told or NoticeState.Held ? tongue.Say("お願いを受け付けました", "Your request is on its way") : tongue.Say("お願いを届けられません", "Your request cannot be delivered"),
            text, [Card.Note(tongue.Say($"お願いの期限は {tongue.DayAndTime(ask.ExpiresAt)} です。", $"The request ends on {tongue.DayAndTime(ask.ExpiresAt)}."))]);
    }

    /// <summary>To the one who is asked.</summary>
    public Message Asked(Tongue tongue, DataAsk ask, Partner? asker)
    {
        var name = Called.By(tongue, asker);
        return Card.Message(
            tongue.Say($"{name}からのお願い", $"A request from {name}"),
            tongue.Say($"{tongue.Data(ask.Kb)} のデータを分けてもらえませんか、とのことです。", $"{name} asks whether you can spare {tongue.Data(ask.Kb)} of data."),
            [Card.Note(tongue.Say($"お返事の期限は {tongue.DayAndTime(ask.ExpiresAt)} です。", $"Please answer by {tongue.DayAndTime(ask.ExpiresAt)}."))],
            Card.Primary(Card.Tap(
                tongue.Say("あげる", "Give"), Postback.To("data-present/confirm", ("to", ask.AskerId), ("mb", ask.Kb / 1_000), ("ask", ask.Id)))),
            Card.Other(Card.Tap(tongue.Say("今回は見送る", "Not this time"), Postback.To("data-present/ask-decline", ("ask", ask.Id)))));
    }

    /// <summary>To the asker.</summary>
    public Message Declined(Tongue tongue, DataAsk ask, Partner? asked)
    {
        var name = Called.By(tongue, asked);
        return Card.Message(
            tongue.Say($"{name}からのお返事", $"An answer from {name}"),
            tongue.Say(
                $"{tongue.Data(ask.Kb)} のお願いは、今回は見送るとのことです。また明日からお願いできます。",
                $"{name} cannot spare {tongue.Data(ask.Kb)} this time. You can ask again from tomorrow."),
            Card.Other(Card.Tap(tongue.Say("データ残量確認", "Data remaining"), Postback.To(Tiles.DataRemaining))));
    }

    public Message DeclinedByYou(Tongue tongue, Partner? asker)
    {
        var name = Called.By(tongue, asker);
        return Card.Message(
            tongue.Say("お願いを見送りました", "You passed this time"),
            tongue.Say($"今回は見送ることを、{name}にお伝えします。", $"{name} hears that it does not work this time."), Back(tongue));
    }

    /// <summary>For an answer that comes late, or a second one.</summary>
    public Message AnsweredBefore(Tongue tongue, DataAsk ask, Partner? asker)
    {
        var name = Called.By(tongue, asker);
        var (title, text) = ask.Answer switch
        {
            AskAnswer.Given => (
                tongue.Say("このお願いには贈り済みです", "You have given already"), tongue.Say($"{name}にデータを贈りました。", $"You gave data to {name}.")),
            AskAnswer.Declined => (
                tongue.Say("このお願いは見送り済みです", "You have passed on this"),
                tongue.Say($"{name}への気持ちが変わったときは、いまからでも贈れます。", $"If you have changed your mind, you can still give to {name}.")),
            _ => (
                tongue.Say("このお願いは期限が過ぎました", "This request has ended"),
                tongue.Say($"{name}には、いまからでも贈れます。", $"You can still give to {name}.")),
        };
        return Card.Message(title, text, Card.Other(Card.Tap(
            tongue.Say("データを贈る", "Give data"), Postback.To("data-present/amount", ("to", ask.AskerId)))));
    }

    public Message Gone(Tongue tongue) => Card.Message(
        tongue.Say("このお願いは見つかりません", "There is no such request"),
        tongue.Say("データプレゼントのはじめからお選びください。", "Please start again from Data present."), Back(tongue));

    public Message Refused(Tongue tongue, AskTerms terms)
    {
        var title = tongue.Say("いまはお願いできません", "You cannot ask now");
        return terms.Refusal switch
        {
            AskRefusal.Closed => Card.Message(
                title, tongue.Say(
                    $"月末はデータプレゼントをお休みしています。{tongue.DayAndTime(terms.ClosedUntil!.Value)} からまたお願いできます。",
                    $"Presents rest around the turn of the month. You can ask again from {tongue.DayAndTime(terms.ClosedUntil!.Value)}."), Back(tongue)),
            AskRefusal.AskedToday => Card.Message(
                tongue.Say("今日はお願い済みです", "You asked today already"),
                tongue.Say(
                    $"{Called.By(tongue, terms.Asked)}には、{tongue.DayAndTime(terms.Earlier!.AskedAt)} に {tongue.Data(terms.Earlier.Kb)} をお願いしました。次のお願いは明日から送れます。",
                    $"You asked {Called.By(tongue, terms.Asked)} for {tongue.Data(terms.Earlier!.Kb)} on {tongue.DayAndTime(terms.Earlier.AskedAt)}. You can ask again from tomorrow."),
                Back(tongue)),
            _ => Card.Message(
                title, tongue.Say(
                    "お願いできるのは、利用者連携をしている同じ契約の方と、前にプレゼントをやりとりした方です。",
                    "You can ask those of your contract, and those you exchanged data with, once they have the user link."), Back(tongue)),
        };
    }

    private static FlexButton Back(Tongue tongue) => Card.Other(Card.Tap(tongue.Say("データプレゼント", "Data present"), Postback.To(Tiles.DataPresent)));
}
