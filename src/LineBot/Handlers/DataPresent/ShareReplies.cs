using Line.Messaging;
using LineBot.Data;
using LineBot.Language;
using LineBot.RichMenu;

namespace LineBot.Handlers.DataPresent;

/// <summary>The steps to a present link, and what can be done with one.</summary>
public sealed class ShareReplies(PresentAddresses addresses)
{
    public Message Amounts(Tongue tongue, PresentTerms terms, long unitKb)
    {
        var title = tongue.Say("LINEの友だちに贈る", "A present for a friend");
        return Card.Message(
            title, tongue.Say("どれだけ贈りますか？", "How much?"),
            [
                AmountButtons.Of(tongue, terms.MostKb, unitKb, "data-present/share-confirm"),
                Card.Fact(tongue.Say("あなたの残量", "You have"), tongue.Data(terms.GiverBalance.LeftKb)),
                Card.Fact(tongue.Say("うち基本データ", "of it plan data"), tongue.Data(terms.GiverBalance.LeftOf(PartKind.Plan))),
                Card.Note(tongue.Say(
                    "受け取れるのは、当社の回線をお使いで利用者連携をした方です。", "It can be taken by anybody who uses a subscription of ours and linked it as user.")),
            ],
            Card.Other(Card.Tap(tongue.Say("相手を選びなおす", "Choose somebody else"), Postback.To(Tiles.DataPresent))));
    }

    /// <param name="isAgain">True where an earlier confirmation had become too old.</param>
    public Message Confirmation(Tongue tongue, PresentTerms terms, ShareRequest request, DateTimeOffset expiresAt, bool isAgain)
    {
        var title = tongue.Say("プレゼントリンクを作りますか？", "Make a present link?");
        List<FlexComponent> body = isAgain
            ? [Card.Text(tongue.Say("時間がたったので、いまの残量でもう一度お確かめください。", "Some time has passed. Please look once more at the balance of now."))]
            : [];
        body.AddRange(
        [
            Card.Fact(tongue.Say("贈る相手", "To"), tongue.Say("リンクを最初に開いて受け取った方", "whoever takes it first")),
            Card.Fact(tongue.Say("贈るデータ", "Data"), tongue.Data(request.Kb)),
            Card.Fact(tongue.Say("受け取り期限", "To be taken by"), tongue.DayAndTime(expiresAt)),
            Card.Fact(
                tongue.Say("あなたの残量", "You will have"),
                $"{tongue.Data(terms.GiverBalance.LeftKb)} → {tongue.Data(terms.GiverBalance.LeftKb - request.Kb)}"),
            Card.Note(tongue.Say(
                "データはリンクを作ったときに残量から引かれます。受け取られるまでは取り消せ、期限までに受け取られなければ基本データに戻ります。",
                "The data leaves your balance when the link is made. Until it is taken you can cancel; if nobody takes it in time, it comes back to your plan data.")),
        ]);
        return new FlexMessage($"{title} {tongue.Data(request.Kb)}", Card.Of(
            title, body,
            Card.Primary(Card.Tap(
                tongue.Say("プレゼントリンクを作る", "Make the link"),
                Postback.To("data-present/share-make", ("mb", request.Kb / 1_000), ("request", request.RequestId)))),
            Card.Other(Card.Tap(tongue.Say("データ量を選びなおす", "Choose another amount"), Postback.To("data-present/share")))));
    }

    public Message Link(Tongue tongue, PresentShare share, string code, Balance giver) => Card.Message(
        tongue.Say("プレゼントリンクができました", "Your present link is ready"),
        tongue.Say("贈りたい方に、LINEで送ってください。最初に受け取った方に届きます。", "Send it in LINE. The first who takes it gets the data."),
        [
            Card.Fact(tongue.Say("贈るデータ", "Data"), tongue.Data(share.Kb)),
            Card.Fact(tongue.Say("受け取り期限", "To be taken by"), tongue.DayAndTime(share.ExpiresAt)),
            Card.Fact(tongue.Say("あなたの残量", "You have"), tongue.Data(giver.LeftKb)),
        ],
        Card.Primary(new UriAction(tongue.Say("LINEの友だちに送る", "Send to a friend"), addresses.ShareScreen(tongue, code, share.Kb, share.ExpiresAt))),
        Card.Other(new ClipboardAction(tongue.Say("リンクをコピー", "Copy the link"), addresses.Page(code))),
        CancelButton(tongue, share));

    /// <summary>For every tap on the same confirmation but the first, and whatever comes too late: how the share stands.</summary>
    public Message MadeBefore(Tongue tongue, PresentShare share, DateTimeOffset now)
    {
        var (title, text) = Standing(tongue, share, now);
        return share.CanBeClaimed(now)
            ? Card.Message(title, text, RenewButton(tongue, share), CancelButton(tongue, share))
            : Card.Message(title, text, Card.Other(Card.Tap(tongue.Say("プレゼント履歴", "Present history"), Postback.To("data-present/history"))));
    }

    public Message Cancelled(Tongue tongue, PresentShare share, Balance giver) => Card.Message(
        tongue.Say("プレゼントを取り消しました", "The present was cancelled"),
        tongue.Say($"{tongue.Data(share.Kb)} が基本データに戻りました。リンクはもう使えません。", $"{tongue.Data(share.Kb)} is back in your plan data. The link no longer works."),
        [Card.Fact(tongue.Say("あなたの残量", "You have"), tongue.Data(giver.LeftKb))],
        Card.Other(Card.Tap(tongue.Say("データプレゼント", "Data present"), Postback.To(Tiles.DataPresent))));

    /// <summary>To the giver, when nobody took it in time.</summary>
    public Message Returned(Tongue tongue, PresentShare share, Balance giver) => Card.Message(
        tongue.Say("プレゼントが戻りました", "Your present came back"),
        tongue.Say(
            $"{tongue.Day(JapanTime.DayOf(share.SharedAt))} のプレゼントリンクは期限までに受け取られなかったため、{tongue.Data(share.Kb)} を基本データに戻しました。",
            $"Nobody took your present link of {tongue.Day(JapanTime.DayOf(share.SharedAt))} in time. {tongue.Data(share.Kb)} is back in your plan data."),
        [Card.Fact(tongue.Say("あなたの残量", "You have"), tongue.Data(giver.LeftKb))],
        Card.Other(Card.Tap(tongue.Say("データプレゼント", "Data present"), Postback.To(Tiles.DataPresent))));

    /// <summary>For a button that names a share which is not the customer's.</summary>
    public Message Gone(Tongue tongue) => Card.Message(
        tongue.Say("このプレゼントは見つかりません", "There is no such present"),
        tongue.Say("履歴でご確認ください。", "Please look into your history."),
        Card.Other(Card.Tap(tongue.Say("プレゼント履歴", "Present history"), Postback.To("data-present/history"))));

    public static FlexButton RenewButton(Tongue tongue, PresentShare share) => Card.Other(Card.Tap(
        tongue.Say("リンクを作りなおす", "Make a new link"), Postback.To("data-present/share-renew", ("share", share.Id))));

    public static FlexButton CancelButton(Tongue tongue, PresentShare share) => Card.Other(Card.Tap(
        tongue.Say("プレゼントを取り消す", "Cancel the present"), Postback.To("data-present/share-cancel", ("share", share.Id))));

    private static (string Title, string Text) Standing(Tongue tongue, PresentShare share, DateTimeOffset now) => share.State switch
    {
        ShareState.Claimed => (
            tongue.Say("受け取られました", "It was taken"),
            tongue.Say($"この {tongue.Data(share.Kb)} のプレゼントは、もう受け取られています。", $"This present of {tongue.Data(share.Kb)} has been taken.")),
        ShareState.Cancelled => (
            tongue.Say("取り消し済みです", "It was cancelled"),
            tongue.Say($"この {tongue.Data(share.Kb)} のプレゼントは取り消され、基本データに戻っています。", $"This present of {tongue.Data(share.Kb)} was cancelled and is back in your plan data.")),
        ShareState.Waiting when now < share.ExpiresAt => (
            tongue.Say("プレゼントリンクは作成済みです", "The link was made already"),
            tongue.Say(
                $"{tongue.Data(share.Kb)} のリンクは {tongue.DayAndTime(share.ExpiresAt)} まで受け取れます。リンクをなくしたときは作りなおせます。前のリンクは使えなくなります。",
                $"{tongue.Data(share.Kb)} can be taken by {tongue.DayAndTime(share.ExpiresAt)}. If the link was lost, make a new one; the old one then stops working.")),
        _ => (
            tongue.Say("受け取り期限が過ぎました", "It was not taken in time"),
            tongue.Say($"この {tongue.Data(share.Kb)} のプレゼントは、基本データに戻ります。", $"This present of {tongue.Data(share.Kb)} goes back to your plan data.")),
    };
}
