using LineBot.Accounts;
using LineBot.RichMenu;
using LineBot.Web;

namespace LineBot.Handlers.DataRemaining;

/// <summary>データ残量確認: what is left, what it is made of, where it leads.</summary>
public sealed class DataRemainingHandler(
    SubscriptionStore subscriptions, Looks looks, SignInLinks signIn, DataRemainingReplies replies, FamilyBoardReplies board,
    DataNoticeReplies notices, WhySlowReplies slow)
{
    public const string KeepData = "data-remaining/keep";

    [Action(Tiles.DataRemaining)]
    [Words(
        "残量", "残り", "データ残量", "データ残量確認", "あと何ギガ", "何ギガ", "ギガ", "ギガ残", "残りのギガ", "データ量", "通信量", "使用量",
        "data left", "data remaining", "remaining data", "how much data", "data usage", "usage")]
    public Reply Show(Turn turn)
    {
        if (Own(turn) is { } subscription)
            return Reply.With(replies.Show(turn.Tongue, turn.Customer, looks.At(turn.Tx, subscription, turn.Now), PageOf(turn)));
        return Board(turn) is { } family
            ? Reply.With([.. family, replies.OwnNeedsUserLink(turn.Tongue)])
            : Reply.With(LockedTile.Explain(Tiles.DataRemaining, turn.Customer));
    }

    [Action(Tiles.FamilyBoard)]
    [Words("家族の残量", "家族のデータ", "子どもの残量", "family board", "family data")]
    public Reply ShowFamily(Turn turn) => Reply.With(
        !turn.Customer.IsContractHolder ? [board.NotHolder(turn.Customer)] : Board(turn) ?? [board.Nothing(turn.Tongue)]);

    [Words(
        "なぜ遅い", "なんで遅い", "どうして遅い", "遅い", "通信が遅い", "速度が遅い", "ネットが遅い", "回線が遅い", "低速", "速度制限", "つながりにくい",
        "why slow", "why is it slow", "so slow", "slow", "slow internet", "slow data", "speed")]
    [Action("data-remaining/why-slow")]
    public Reply ExplainSpeed(Turn turn) =>
        Own(turn) is { } subscription ? Reply.With(slow.Explain(turn.Tongue, turn.Customer, looks.At(turn.Tx, subscription, turn.Now)))
        : Held(turn) is { Count: > 0 } held ? Reply.With(slow.ExplainFamily(turn.Tongue, held))
        : Reply.With(slow.NoLink(turn.Customer));

    /// <summary>このまま使う, on the notice about carry-over.</summary>
    [Action(KeepData)]
    public Reply Keep(Turn turn) => Own(turn) is { } subscription
        ? Reply.With(notices.Kept(turn.Tongue, looks.At(turn.Tx, subscription, turn.Now)))
        : Show(turn);

    private Subscription? Own(Turn turn) => turn.Customer.SubscriptionId is { } id ? subscriptions.Find(turn.Tx, id) : null;

    private IReadOnlyList<Line.Messaging.Message>? Board(Turn turn) =>
        Held(turn) is { Count: > 0 } held
            ? board.Show(turn.Tongue, [.. held.GroupBy(one => one.Subscription.ContractId).Select(contract => contract.ToList())])
            : null;

    /// <summary>The subscriptions of the linked contracts, at this moment.</summary>
    private List<Remaining> Held(Turn turn) => turn.Customer.IsContractHolder
        ? [.. subscriptions.OfHolder(turn.Tx, turn.LineUserId).Select(subscription => looks.At(turn.Tx, subscription, turn.Now))]
        : [];

    private string PageOf(Turn turn) => signIn.AddressOf(turn.Tx, turn.Customer, Destination.Data, turn.Now);
}
