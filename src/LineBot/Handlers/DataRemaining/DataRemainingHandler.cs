using LineBot.Accounts;
using LineBot.Data;
using LineBot.Language;
using LineBot.RichMenu;
using Microsoft.Extensions.Options;

namespace LineBot.Handlers.DataRemaining;

/// <summary>データ残量確認: what is left, what it is made of, where it leads.</summary>
public sealed class DataRemainingHandler(
    SubscriptionStore subscriptions, Balances balances, UsageStore usage, DataRemainingReplies replies, FamilyBoardReplies board,
    IOptions<DataPolicy> policy)
{
    [Action(Tiles.DataRemaining)]
    [Words(
        "残量", "残り", "データ残量", "データ残量確認", "あと何ギガ", "何ギガ", "ギガ", "ギガ残", "残りのギガ", "データ量", "通信量", "使用量",
        "data left", "data remaining", "remaining data", "how much data", "data usage", "usage")]
    public Reply Show(Turn turn) =>
        turn.Customer.SubscriptionId is { } id && subscriptions.Find(turn.Tx, id) is { } subscription
            ? Reply.With(replies.Show(turn.Tongue, turn.Customer, Look(turn, subscription)))
            : Reply.With(LockedTile.Explain(Tiles.DataRemaining, turn.Customer));

    [Action(Tiles.FamilyBoard)]
    [Words("家族の残量", "家族のデータ", "子どもの残量", "family board", "family data")]
    public Reply ShowFamily(Turn turn)
    {
        if (!turn.Customer.IsContractHolder)
            return Reply.With(board.NotHolder(turn.Customer));
        var contracts = turn.Customer.ContractIds
            .Select(contract => subscriptions.OfContract(turn.Tx, contract))
            .Where(ofContract => ofContract.Count > 0)
            .Select(ofContract => ofContract.Select(subscription => Look(turn, subscription)).ToList())
            .ToList();
        return contracts.Count == 0 ? Reply.With(board.Nothing(turn.Tongue)) : Reply.With(board.Show(turn.Tongue, contracts));
    }

    private Remaining Look(Turn turn, Subscription subscription)
    {
        var balance = balances.Of(turn.Tx, subscription.Id, turn.Now);
        var recent = usage.From(turn.Tx, subscription.Id, balance.Today.AddDays(-Pace.Days));
        var pace = Pace.Of(balance, recent, JapanTime.DayOf(subscription.ActivatedAt));
        return new Remaining(subscription, balance, recent, pace, policy.Value.SlowKbps, turn.Now);
    }
}
