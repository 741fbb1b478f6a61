using LineBot.Accounts;
using LineBot.RichMenu;
using LineBot.Web;

namespace LineBot.Handlers.MyPage;

/// <summary>Tile 2: the linked login IDs, each with a button that opens My Page signed in.</summary>
public sealed class MyPageHandler(
    ContractStore contracts, SubscriptionStore subscriptions, SignInLinks signIns, MyPageReplies replies)
{
    [Action(Tiles.MyPage)]
    [Words("マイページ", "マイページログイン", "ログイン", "利用コード", "my page", "log in", "sign in")]
    public Reply Show(Turn turn)
    {
        if (!turn.Customer.IsContractHolder)
            return Reply.With(LockedTile.Explain(Tiles.MyPage, turn.Customer));
        var linked = contracts.LinkedTo(turn.Tx, turn.LineUserId);
        // A button made for one login ID asks for that one; if it is no longer linked, all that are.
        var wanted = turn.Tap.Number("contract") is { } id ? linked.Where(contract => contract.Id == id).ToList() : [];
        return Reply.With(replies.Choose(
            turn.Tongue, (wanted.Count > 0 ? wanted : linked).Take(MyPageReplies.Most).Select(contract => (contract, AddressFor(turn, contract.Id, Destination.MyPage)))));
    }

    /// <summary>データを追加する, from a button of any room. The one who pays buys: the contract holder of that very subscription.</summary>
    [Action(Tiles.TopUp)]
    public Reply ToTopUp(Turn turn)
    {
        if (turn.Tap.Number("subscription") is not { } id)
            return Show(turn);
        return subscriptions.Find(turn.Tx, id) is { } subscription && turn.Customer.ContractIds.Contains(subscription.ContractId)
            ? Reply.With(replies.ToTopUp(turn.Tongue, subscription, AddressFor(turn, subscription.ContractId, Destination.TopUp, id)))
            : Reply.With(LockedTile.Explain(Tiles.MyPage, turn.Customer));
    }

    private string AddressFor(Turn turn, long contractId, Destination to, long? subscriptionId = null) =>
        signIns.AddressOf(turn.Tx, turn.Customer, to, turn.Now, contractId, subscriptionId);
}
