using Line.Messaging;
using LineBot.Data;
using LineBot.Language;
using LineBot.RichMenu;

namespace LineBot.Handlers.DataPresent;

/// <summary>What those hear who open a present link, other than what they got.</summary>
public sealed class ClaimReplies
{
    /// <summary>For whoever has no user link yet. The present waits on for them, unless somebody else is faster.</summary>
    public Message LinkFirst(Tongue tongue, PresentShare share, string code) => Card.Message(
        tongue.Say($"{tongue.Data(share.Kb)} のプレゼントが届いています", $"{tongue.Data(share.Kb)} of data is waiting"),
        tongue.Say(
            "受け取りには利用者連携が必要です。当社の回線をお使いの方は、連携したあと下の「連携したので受け取る」を押してください。",
            "To take it you need the user link. If you use a subscription of ours, link it and then tap “I am linked: take it”."),
        [Card.Fact(tongue.Say("受け取り期限", "To be taken by"), tongue.DayAndTime(share.ExpiresAt))],
        Card.Primary(LockedTile.StartUserLink(tongue)),
        Card.Other(Card.Tap(tongue.Say("連携したので受け取る", "I am linked: take it"), Postback.To("data-present/claim", ("code", code)))));

    public Message ClaimedBefore(Tongue tongue, Present present, Partner? giver)
    {
        var name = Called.By(tongue, giver);
        return Card.Message(
            tongue.Say("受け取り済みです", "You have it already"),
            tongue.Say(
                $"{tongue.DayAndTime(present.GivenAt)} に {name}から {tongue.Data(present.Kb)} を受け取りました。",
                $"You took {tongue.Data(present.Kb)} from {name} on {tongue.DayAndTime(present.GivenAt)}."),
            Remaining(tongue));
    }

    /// <param name="share">Null where there is none.</param>
    /// <param name="limitKb">How much one giver may give the customer within a month.</param>
    public Message Refused(Tongue tongue, ClaimRefusal refusal, PresentShare? share, long limitKb) => refusal switch
    {
        ClaimRefusal.TakenByAnother => Card.Message(
            tongue.Say("ほかの方が受け取りました", "Somebody else has taken it"),
            tongue.Say("このプレゼントは先にほかの方が受け取りました。", "This present was taken by somebody else first."), Remaining(tongue)),
        ClaimRefusal.Over => Card.Message(
            tongue.Say("受け取りは終わりました", "It is over"),
            tongue.Say(
                "期限が過ぎたか、贈り主が取り消しました。データは贈り主に戻っています。",
                "It was not taken in time, or its giver cancelled it. The data is the giver's again."), Remaining(tongue)),
        ClaimRefusal.Own => Card.Message(
            tongue.Say("ご自分のプレゼントです", "This is your own present"),
            tongue.Say("贈りたい方にリンクを送ってください。やめるときは取り消せます。", "Send the link to somebody else. You can also cancel it."),
            ShareReplies.CancelButton(tongue, share!)),
        ClaimRefusal.MonthFull => Card.Message(
            tongue.Say("今月はこれ以上受け取れません", "You have had all you can this month"),
            tongue.Say(
                $"同じ方から1か月に受け取れるのは合計 {tongue.Data(limitKb)} までです。{tongue.DayAndTime(share!.ExpiresAt)} までは、ほかの方が受け取れます。",
                $"You can have {tongue.Data(limitKb)} from one person in a month. Somebody else can take it by {tongue.DayAndTime(share!.ExpiresAt)}."),
            Remaining(tongue)),
        _ => Card.Message(
            tongue.Say("プレゼントが見つかりません", "There is no such present"),
            tongue.Say(
                "リンクがまちがっているか、新しいリンクに変わっています。贈ってくれた方にお確かめください。",
                "The link is mistyped, or was replaced by a new one. Please ask whoever sent it."), Remaining(tongue)),
    };

    public Message WrongLength(Tongue tongue) => Card.Message(
        tongue.Say("受け取りコードをお確かめください", "Please check the code"),
        tongue.Say(
            $"受け取りコードは{ShareCode.Length}文字です。届いたリンクを開くと、トークに自動で入力されます。",
            $"It has {ShareCode.Length} characters. Open the link you were sent, and it is typed for you."), Remaining(tongue));

    public Message HowTo(Tongue tongue) => Card.Message(
        tongue.Say("プレゼントの受け取り方", "Taking a present"),
        tongue.Say(
            "贈り主から届いたリンクを開き、「LINEで受け取る」を押してください。トークに入力されたメッセージを送ると、受け取れます。",
            "Open the link you were sent and tap “Take it in LINE”. A message is typed into this talk; send it, and the data is yours."), Remaining(tongue));

    public Message TooMany(Tongue tongue, DateTimeOffset tryAgainAt) => Card.Message(
        tongue.Say("しばらくお待ちください", "Please wait a little"),
        tongue.Say(
            $"コードのまちがいが続いたため、受け取りを止めています。{tongue.DayAndTime(tryAgainAt)} からもう一度お試しください。",
            $"There were too many wrong codes. Please try again from {tongue.DayAndTime(tryAgainAt)}."), Remaining(tongue));

    private static FlexButton Remaining(Tongue tongue) =>
        Card.Other(Card.Tap(tongue.Say("データ残量確認", "Data remaining"), Postback.To(Tiles.DataRemaining)));
}
