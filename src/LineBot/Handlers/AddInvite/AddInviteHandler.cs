using LineBot.Accounts;
using LineBot.Applications;
using LineBot.RichMenu;
using Microsoft.Extensions.Options;

namespace LineBot.Handlers.AddInvite;

/// <summary>追加申込・招待: the ways to the application page and to an invitation link of one's own.</summary>
public sealed class AddInviteHandler(
    AccountStore accounts, ApplicationLinkStore links, ApplicationStore applications, AddInviteReplies replies,
    IOptions<ApplicationOptions> options)
{
    [Action(Tiles.AddInvite)]
    [Words("追加申込・招待", "追加申込", "追加申し込み", "申込", "申し込み", "申し込む", "招待", "友だち招待", "友達招待", "招待コード", "sign up & invite", "sign up", "apply", "invite", "invitation")]
    public Reply Show(Turn turn) => Reply.With(replies.Choice(turn.Customer, WayToApply(turn)));

    private WayToApply WayToApply(Turn turn)
    {
        var customer = turn.Customer;
        // Whoever only uses a subscription sees no prices here: contracts are the holder's to make.
        if (customer.LinkState == LinkState.User)
            return new WayToApply(AskHolder: true);
        var most = options.Value.MostSubscriptions;
        if (customer.IsContractHolder && customer.ContractIds.All(id => applications.CountOfContract(turn.Tx, id) >= most))
            return new WayToApply(FullAt: most);
        accounts.Ensure(turn.Tx, turn.LineUserId, turn.Now);
        return new WayToApply(Link: links.Issue(turn.Tx, turn.LineUserId, turn.Now, options.Value.LinkLifetime));
    }
}

/// <summary>Whether a customer can apply, and if not, why not.</summary>
/// <param name="Link">The token for the page's address.</param>
/// <param name="AskHolder">Only the contract holder can.</param>
/// <param name="FullAt">Each contract has this many subscriptions, which is the most.</param>
public sealed record WayToApply(string? Link = null, bool AskHolder = false, int? FullAt = null);
