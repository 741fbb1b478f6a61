using Line.Messaging;
using LineBot.Accounts;
using LineBot.Language;
using LineBot.RichMenu;

namespace LineBot.Handlers.AgeVerification;

public sealed class AgeVerificationReplies
{
    public Message Start(Tongue tongue, string address) => Card.Message(
        tongue.Say("年齢認証", "Age verification"),
        tongue.Say(
            "利用コードと生年月日を入力すると、18歳以上であることを確認できます。",
            "Confirms with a user code and a date of birth that the user is 18 or older."),
        [
            Card.Note(tongue.Say(
                "年齢認証をすると、その利用コードは使用済みになります。利用者連携もするときは、年齢認証 → 利用コードの再設定 → 利用者連携の順に行ってください。",
                "This spends the user code. If you also want the user link, go in this order: age verification, re-issue of the user code, user link.")),
        ],
        Card.Primary(new UriAction(tongue.Say("年齢認証をする", "Verify age"), address)));

    /// <param name="isHolder">Whether it goes to the contract holder, who can re-issue the code; else to whoever typed it.</param>
    public Message Verified(Tongue tongue, Subscription subscription, bool isHolder) => Card.Message(
        tongue.Say("年齢確認済み", "Age verified"),
        tongue.Say(
            $"{subscription.PhoneNumber}（{subscription.UserName}さん）の年齢認証が完了しました。利用コードは使用済みになりました。",
            $"The age of the user of {subscription.PhoneNumber} ({subscription.UserName}) is verified. The user code is spent."),
        [
            Card.Note(isHolder
                ? tongue.Say(
                    "利用者連携もするときは、マイページの「利用コードの再設定」で新しい利用コードを発行してから行ってください。お心当たりのないときも、再設定すると安心です。",
                    "For the user link, first get a new user code under Re-issue user code on My Page. Do so too if you do not know of this.")
                : tongue.Say(
                    "利用者連携もするときは、契約者の方に、マイページの「利用コードの再設定」で新しい利用コードを発行してもらってください。",
                    "For the user link, ask the contract holder for a new user code: Re-issue user code on My Page.")),
        ],
        isHolder
            ? Card.Primary(Card.Tap(tongue.Say("マイページを開く", "Open My Page"), Postback.To(Tiles.MyPage)))
            : Card.Other(LockedTile.StartUserLink(tongue)));
}
