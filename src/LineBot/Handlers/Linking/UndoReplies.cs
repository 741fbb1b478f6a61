using Line.Messaging;
using LineBot.Accounts;
using LineBot.Language;
using LineBot.RichMenu;

namespace LineBot.Handlers.Linking;

public sealed class UndoReplies
{
    public Message AskContractor(Customer customer, Contract contract, StandingLink link, IReadOnlyList<Reward> atStake)
    {
        var tongue = customer.Tongue;
        return Card.Message(
            tongue.Say("契約者連携の解除", "Undo the contractor link"),
            tongue.Say(
                $"ログインID {contract.LoginId} の連携を解除しますか？",
                $"Undo the link of {contract.LoginId}?"),
            [Card.Note(Closes(customer)), .. Losses(tongue, atStake)],
            Card.Danger(Card.Tap(
                tongue.Say("解除する", "Undo the link"), Postback.To(UndoHandler.ContractorConfirmed, ("contract", contract.Id), Since(link)))),
            Card.Other(Card.Tap(tongue.Say("解除しない", "Keep the link"), Postback.To(Tiles.Linking))));
    }

    public Message ContractorUndone(Tongue tongue, Contract contract, IReadOnlyList<Reward> lost) => Card.Message(
        tongue.Say("解除しました", "The link is undone"),
        tongue.Say(
            $"ログインID {contract.LoginId} の契約者連携を解除しました。",
            $"The contractor link of {contract.LoginId} is undone."),
        [.. lost.Select(reward => Card.Note(tongue.Say($"対象外になった特典: {Named(tongue, reward)}", $"Reward lost: {Named(tongue, reward)}")))],
        Card.Other(LockedTile.StartContractorLink(tongue)));

    public Message AskUser(Tongue tongue, Subscription subscription, StandingLink link) => Card.Message(
        tongue.Say("利用者連携の解除", "Undo the user link"),
        tongue.Say(
            $"{subscription.PhoneNumber} の連携を解除しますか？",
            $"Undo the link of {subscription.PhoneNumber}?"),
        [
            Card.Note(tongue.Say(
                "解除すると、「データ残量確認」と「データプレゼント」を使えなくなります。もう一度連携するには、新しい利用コードが必要です。",
                "Data remaining and data present will close. To link again you need a new user code.")),
        ],
        Card.Danger(Card.Tap(
            tongue.Say("解除する", "Undo the link"), Postback.To(UndoHandler.UserConfirmed, ("subscription", subscription.Id), Since(link)))),
        Card.Other(Card.Tap(tongue.Say("解除しない", "Keep the link"), Postback.To(Tiles.Linking))));

    public Message UserUndone(Tongue tongue, Subscription subscription) => Card.Message(
        tongue.Say("解除しました", "The link is undone"),
        tongue.Say($"{subscription.PhoneNumber} の利用者連携を解除しました。", $"The user link of {subscription.PhoneNumber} is undone."),
        Card.Other(LockedTile.StartUserLink(tongue)));

    public Message NothingToUndo(Customer customer) => Card.Message(
        customer.Tongue.Say("解除できる連携がありません", "Nothing to undo"),
        customer.Tongue.Say(
            "この連携は、すでに解除されているか、変更されています。",
            "That link was undone or changed already."),
        Card.Other(Card.Tap(customer.Tongue.Say("いまの連携を見る", "See my links"), Postback.To(Tiles.Linking))));

    private static (string Name, object Value) Since(StandingLink link) => (UndoHandler.Since, link.LinkedAt.ToUnixTimeMilliseconds());

    private static string Closes(Customer customer) => customer.ContractIds.Count > 1
        ? customer.Tongue.Say(
            "解除すると、このログインIDのマイページを使えなくなります。",
            "You can then no longer open My Page of this login ID.")
        : customer.Tongue.Say(
            "解除すると、メニューの「マイページログイン」を使えなくなります。",
            "My Page in the menu will close.");

    private static IEnumerable<FlexComponent> Losses(Tongue tongue, IReadOnlyList<Reward> atStake) => atStake.Count == 0
        ? []
        :
        [
            new FlexSeparator { Margin = "lg" },
            Card.Warning(tongue.Say(
                "次の特典が受け取れなくなります。あとで連携し直しても戻りません。",
                "You lose these rewards. Linking again does not bring them back.")),
            .. atStake.Select(reward => Card.Text(Named(tongue, reward))),
        ];

    private static string Named(Tongue tongue, Reward reward) => tongue.Say(
        $"{reward.NameJa} {reward.Worth(tongue)}（特典付与日 {tongue.Day(reward.GrantOn)}）",
        $"{reward.NameEn}, {reward.Worth(tongue)} (grant date {tongue.Day(reward.GrantOn)})");
}
