using LineBot.Accounts;
using LineBot.RichMenu;

namespace LineBot.Handlers.Linking;

/// <summary>Tile 3: both links with their present state, and the contracts that are linked.</summary>
public sealed class LinkingHandler(ContractStore contracts, SubscriptionStore subscriptions, LinkingReplies replies)
{
    public const string Contracts = "linking/contracts";

    [Action(Tiles.Linking)]
    [Words("連携", "契約者連携・利用者連携", "契約者連携", "利用者連携", "linking", "link account")]
    public Reply Show(Turn turn)
    {
        var subscription = turn.Customer.SubscriptionId is { } id ? subscriptions.Find(turn.Tx, id) : null;
        return Reply.With(replies.Cards(turn.Customer, contracts.LinkedTo(turn.Tx, turn.LineUserId), subscription));
    }

    /// <summary>The login IDs linked already, each a way into My Page and out of the link, and the way to one more.</summary>
    [Action(Contracts)]
    public Reply List(Turn turn)
    {
        var linked = contracts.LinkedTo(turn.Tx, turn.LineUserId);
        return linked.Count == 0 ? Show(turn) : Reply.With(replies.Contracts(turn.Tongue, linked));
    }
}
