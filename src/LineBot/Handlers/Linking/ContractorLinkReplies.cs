using Line.Messaging;
using LineBot.Accounts;
using LineBot.Language;
using LineBot.RichMenu;

namespace LineBot.Handlers.Linking;

public sealed class ContractorLinkReplies
{
    public Message SignIn(Tongue tongue, string address) => Card.Message(
        tongue.Say("契約者連携", "Contractor link"),
        tongue.Say(
            "サインイン画面で、ログインIDとパスワードを入力してください。",
            "Enter your login ID and password on the sign-in page."),
        [
            Card.Note(tongue.Say(
                "ボタンは10分間、1回だけ使えます。連携はいつでも解除できます。",
                "The button works for ten minutes, once. You can undo the link at any time.")),
        ],
        Card.Primary(new UriAction(tongue.Say("サインイン画面を開く", "Open the sign-in page"), address)));

    /// <param name="rewards">Those that the link is good for.</param>
    public Message Linked(Tongue tongue, Contract contract, IReadOnlyList<Reward> rewards) => Card.Message(
        tongue.Say("連携完了", "Linked"),
        tongue.Say(
            $"ログインID {contract.LoginId} の契約者連携が完了しました。利用コードはマイページで確認できます。",
            $"The contract of {contract.LoginId} is linked. You find the user codes on My Page."),
        [
            .. rewards.Select(reward => Card.Text(tongue.Say(
                $"特典「{reward.NameJa} {reward.Worth(tongue)}」は、このまま連携を続けると {tongue.Day(reward.GrantOn)} に付与されます。",
                $"Your reward, {reward.NameEn} ({reward.Worth(tongue)}), is granted on {tongue.Day(reward.GrantOn)} if the link lasts until then."))),
            Card.Note(tongue.Say(
                "連携は、メニューの「契約者連携・利用者連携」またはマイページからいつでも解除できます。",
                "You can undo the link at any time, from Linking in the menu or from My Page.")),
        ],
        Card.Primary(Card.Tap(tongue.Say("マイページを開く", "Open My Page"), Postback.To(Tiles.MyPage))));

    public Message LinkedAlready(Tongue tongue) => Card.Message(
        tongue.Say("連携済みです", "Linked already"),
        tongue.Say("この契約は、すでにこのLINEアカウントに連携されています。", "This contract is linked to this LINE account already."),
        Card.Primary(Card.Tap(tongue.Say("マイページを開く", "Open My Page"), Postback.To(Tiles.MyPage))));

    public Message RanOut(Tongue tongue) => Card.Message(
        tongue.Say("連携できませんでした", "Not linked"),
        tongue.Say(
            "時間がたったか、すでに使われたサインインのため、連携していません。お手数ですが、もう一度お試しください。",
            "The sign-in was too old or used already, so nothing was linked. Please try again."),
        Card.Primary(LockedTile.StartContractorLink(tongue)));

    public Message TakenMeanwhile(Tongue tongue) => Card.Message(
        tongue.Say("連携できませんでした", "Not linked"),
        tongue.Say(
            "手続きのあいだに、この契約が別のLINEアカウントに連携されました。もう一度お試しいただくと、連携先を変更できます。",
            "Meanwhile this contract was linked to another LINE account. Try again to move the link."),
        Card.Primary(LockedTile.StartContractorLink(tongue)));

    public Message TakenOver(Tongue tongue, Contract contract) => Card.Message(
        tongue.Say("契約者連携の変更", "Contractor link moved"),
        tongue.Say(
            $"ログインID {contract.LoginId} が別のLINEアカウントに連携されたため、このLINEアカウントとの契約者連携は解除されました。",
            $"{contract.LoginId} was linked to another LINE account, so its link to this one has ended."),
        [
            Card.Warning(tongue.Say(
                "お心当たりのないときは、すぐにお問い合わせください。",
                "If this was not you, contact us at once.")),
        ],
        Card.Primary(Card.Tap(tongue.Say("問い合わせる", "Contact us"), Postback.To(Tiles.TalkInquiry))));

    public Message LockedOut(Tongue tongue, Contract contract, DateTimeOffset until) => Card.Message(
        tongue.Say("サインインを一時停止しました", "Sign-in paused"),
        tongue.Say(
            $"ログインID {contract.LoginId} のサインインで、パスワードの誤りが続きました。{tongue.DayAndTime(until)}まで受け付けを止めています。",
            $"Too many wrong passwords were typed for {contract.LoginId}. Sign-in is paused until {tongue.DayAndTime(until)}."),
        [
            Card.Note(tongue.Say(
                "このLINEアカウントとの連携とマイページは、そのままお使いいただけます。お心当たりのないときは、お問い合わせください。",
                "The link to this LINE account and My Page go on working. If this was not you, contact us.")),
        ],
        Card.Other(Card.Tap(tongue.Say("問い合わせる", "Contact us"), Postback.To(Tiles.TalkInquiry))));

    public Message OpenedByAnother(Tongue tongue) => Card.Message(
        tongue.Say("連携できませんでした", "Not linked"),
        tongue.Say(
            "サインイン画面が、別のLINEアカウントで開かれたため、契約者連携を中止しました。ボタンは、ご自身のLINEで開いてください。",
            "The sign-in page was opened with another LINE account, so nothing was linked. Open the button in your own LINE."),
        Card.Primary(LockedTile.StartContractorLink(tongue)));
}
