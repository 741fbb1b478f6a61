using Line.Messaging;
using LineBot.Accounts;
using LineBot.Data;
using LineBot.Language;
using LineBot.RichMenu;

namespace LineBot.Inquiries;

/// <summary>The card of a proposed act, and what is said after it.</summary>
public sealed class ProposalReplies
{
    public Message Ask(Tongue tongue, long proposalId, PossibleAct act, IReadOnlyList<string> losses, DateTimeOffset until)
    {
        var (title, happens, label) = Of(tongue, act);
        var yes = Card.Tap(label, Postback.To(TalkActions.Accept, ("proposal", proposalId)));
        return Card.Message(
            title,
            happens,
            [
                .. losses.Select(Card.Warning),
                Card.Note(tongue.Say(
                    $"担当者からのご提案です。ボタンを押すまで、何も変わりません（{TimeOf(until)}まで有効）。",
                    $"Our staff propose this. Nothing changes until you tap the button, which works until {TimeOf(until)} (JST).")),
            ],
            act.Kind == ProposalKinds.TopUp ? Card.Primary(yes) : Card.Danger(yes),
            Card.Other(Card.Tap(tongue.Say("やめておく", "No, thank you"), Postback.To(TalkActions.Decline, ("proposal", proposalId)))));
    }

    public Message Declined(Tongue tongue) => new TextMessage(tongue.Say(
        "承知しました。何も変わっていません。", "All right. Nothing was changed."));

    public Message TooLate(Tongue tongue) => new TextMessage(tongue.Say(
        "このボタンは、使用済みか、期限が過ぎています。必要なときは、担当者にもう一度お知らせください。",
        "This button was used or has run out. If you still need it, please tell our staff again."));

    public Message NoLongerPossible(Tongue tongue) => new TextMessage(tongue.Say(
        "ご提案のあとに連携やご契約の状態が変わったため、行いませんでした。担当者にもう一度お知らせください。",
        "Your links or contract have changed since, so nothing was done. Please tell our staff again."));

    public string LinkIsLost(Tongue tongue) => tongue.Say(
        "この回線の利用者連携は、すぐに解除されます。もう一度連携するには、新しい利用コードが必要です。",
        "The user link of this subscription ends at once. Linking again needs the new user code.");

    public string RewardIsLost(Tongue tongue, Reward reward) => tongue.Say(
        $"特典「{reward.NameJa}」（{reward.Worth(tongue)}、付与日 {tongue.Day(reward.GrantOn)}）が受け取れなくなります。連携し直しても戻りません。",
        $"You lose the reward {reward.NameEn} ({reward.Worth(tongue)}, grant date {tongue.Day(reward.GrantOn)}). Linking again does not bring it back.");

    public Message Reissued(Tongue tongue, Subscription subscription) => Card.Message(
        tongue.Say("利用コードを再設定しました", "User code re-issued"),
        tongue.Say(
            $"{subscription.PhoneNumber} の新しい利用コードは、マイページでご確認いただけます。",
            $"The new user code of {subscription.PhoneNumber} is waiting in My Page."),
        Card.Primary(Card.Tap(tongue.Say("マイページを見る", "Open My Page"), Postback.To(Tiles.MyPage))));

    public Message UserLinkEnded(Tongue tongue, Subscription subscription) => Card.Message(
        tongue.Say("利用者連携の解除", "User link ended"),
        tongue.Say(
            $"{subscription.PhoneNumber} の利用コードが再設定されたため、利用者連携が解除されました。",
            $"The user code of {subscription.PhoneNumber} was re-issued, so your user link has ended."),
        Card.Primary(LockedTile.StartUserLink(tongue)));

    public Message ContractorUndone(Tongue tongue, string loginId) => Card.Message(
        tongue.Say("解除しました", "The link is undone"),
        tongue.Say($"ログインID {loginId} の契約者連携を解除しました。", $"The contractor link of {loginId} is undone."),
        Card.Other(LockedTile.StartContractorLink(tongue)));

    public Message UserUndone(Tongue tongue, Subscription subscription) => Card.Message(
        tongue.Say("解除しました", "The link is undone"),
        tongue.Say($"{subscription.PhoneNumber} の利用者連携を解除しました。", $"The user link of {subscription.PhoneNumber} is undone."),
        Card.Other(LockedTile.StartUserLink(tongue)));

    public Message UserLinkEndedInYourContract(Tongue tongue, Subscription subscription) => new TextMessage(tongue.Say(
        $"ご契約中の回線 {subscription.PhoneNumber}（{subscription.UserName}さん）の利用者連携が解除されました。",
        $"The user link of {subscription.PhoneNumber} ({subscription.UserName}) of your contract was undone."));

    public Message DataBought(Tongue tongue, Subscription subscription, TopUpOffer offer, DateOnly lastDay) => Card.Message(
        tongue.Say("データを追加しました", "Data added"),
        tongue.Say(
            $"{subscription.PhoneNumber}（{subscription.UserName}さん）に {tongue.Data(offer.Mb * 1_000L)} を追加しました。",
            $"{tongue.Data(offer.Mb * 1_000L)} was added to {subscription.PhoneNumber} ({subscription.UserName})."),
        [
            Card.Fact(tongue.Say("料金（税込）", "Price, tax included"), tongue.Yen(offer.Yen)),
            Card.Fact(tongue.Say("有効期限", "Usable"), tongue.Until(lastDay)),
        ]);

    /// <summary>To the user of the subscription, who hears of the data and never of the price.</summary>
    public Message DataReceived(Tongue tongue, Subscription subscription, TopUpOffer offer, DateOnly lastDay) => Card.Message(
        tongue.Say("データが追加されました", "More data for you"),
        tongue.Say(
            $"ご契約者が、{subscription.PhoneNumber} に {tongue.Data(offer.Mb * 1_000L)} を追加しました。すぐにお使いいただけます。",
            $"The contract holder added {tongue.Data(offer.Mb * 1_000L)} to {subscription.PhoneNumber}. You can use it right away."),
        [Card.Fact(tongue.Say("有効期限", "Usable"), tongue.Until(lastDay))],
        Card.Primary(Card.Tap(tongue.Say("データ残量確認", "Data remaining"), Postback.To(Tiles.DataRemaining))));

    private static (string Title, string Happens, string Label) Of(Tongue tongue, PossibleAct act) => act.Kind switch
    {
        ProposalKinds.ReissueCode => (
            tongue.Say("利用コードの再設定", "Re-issue the user code"),
            tongue.Say($"{act.About} の利用コードを新しくします。いまの利用コードは使えなくなります。", $"{act.About} gets a new user code. The present one stops working."),
            tongue.Say("再設定する", "Re-issue it")),
        ProposalKinds.UndoContractorLink => (
            tongue.Say("契約者連携の解除", "Undo the contractor link"),
            tongue.Say($"ログインID {act.About} の連携を解除します。マイページは使えなくなります。", $"The link of {act.About} is undone, and its My Page closes."),
            tongue.Say("解除する", "Undo the link")),
        ProposalKinds.UndoUserLink => (
            tongue.Say("利用者連携の解除", "Undo the user link"),
            tongue.Say(
                $"{act.About} の連携を解除します。「データ残量確認」と「データプレゼント」は使えなくなり、もう一度連携するには新しい利用コードが必要です。",
                $"The link of {act.About} is undone. Data remaining and data present close, and linking again needs a new user code."),
            tongue.Say("解除する", "Undo the link")),
        _ => (
            tongue.Say("データの追加", "Add data"),
            tongue.Say(
                $"{act.About} に {tongue.Data(act.Mb!.Value * 1_000L)} を {tongue.Yen(act.Yen!.Value)}（税込）で追加します。料金は今月分と一緒に請求します。",
                $"{tongue.Data(act.Mb!.Value * 1_000L)} is added to {act.About} for {tongue.Yen(act.Yen!.Value)}, tax included, charged with this month's bill."),
            tongue.Say("追加する", "Add it")),
    };

    private static string TimeOf(DateTimeOffset instant) => DayWords.TimeOf(TimeOnly.FromTimeSpan(JapanTime.In(instant).TimeOfDay));
}
