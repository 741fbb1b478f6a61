using Line.Messaging;
using LineBot.Accounts;
using LineBot.Language;
using LineBot.Notices;
using LineBot.RichMenu;
using LineBot.Web;

namespace LineBot.Handlers.Linking;

/// <summary>契約者連携, from asking LINE for a link token to what LINE says at the end of its dialog.</summary>
public sealed class ContractorLinkHandler(
    LineMessagingClient line, AccountLinkStore signIns, ContractStore contracts, LinkStore links, CampaignStore campaigns, NoticeWriter notices,
    PublicAddress address, ContractorLinkReplies replies)
{
    [Action(Tiles.LinkContractor)]
    public async Task<Decision> Start(Tap tap, CancellationToken cancel)
    {
        var linkToken = await line.IssueLinkTokenAsync(tap.LineUserId, cancel);
        return turn =>
        {
            signIns.Issued(turn.Tx, linkToken, turn.LineUserId, turn.Now);
            return Reply.With(replies.SignIn(turn.Tongue, address.Of(LinkEndpoint.Path, turn.Tongue, ("linkToken", linkToken))));
        };
    }

    [On(typeof(AccountLinkEvent))]
    public Reply Finish(Turn turn)
    {
        var answer = (AccountLinkEvent)turn.Tap.Event;
        var signIn = signIns.Spend(turn.Tx, answer.Nonce, answer.Timestamp, turn.Now);
        if (answer.Result != AccountLinkResult.Ok)
            return signIn is null ? Reply.Nothing : ToldOfStranger(turn, signIn);
        // A nonce that is spent, unknown, or somebody else's opens nothing, whoever brings it.
        if (signIn is null || signIn.LineUserId != turn.LineUserId)
            return Reply.With(replies.RanOut(turn.Tongue));
        return Link(turn, signIn);
    }

    private Reply Link(Turn turn, PendingLink signIn)
    {
        if (contracts.Find(turn.Tx, signIn.ContractId) is not { EndedAt: null } contract)
            return Reply.With(replies.RanOut(turn.Tongue));
        var holder = links.HolderOf(turn.Tx, contract.Id);
        if (holder == turn.LineUserId)
            return Reply.With(replies.LinkedAlready(turn.Tongue));
        // Only the displacement that the customer was shown and agreed to.
        if (holder is not null && !(signIn.IsAgreed && signIn.Displaces == holder))
            return Reply.With(replies.TakenMeanwhile(turn.Tongue));
        var displaced = links.LinkContractor(turn.Tx, contract.Id, turn.LineUserId, turn.Now);
        var rewards = campaigns.AtStake(turn.Tx, contract.Id, JapanTime.DayOf(turn.Now));
        var reply = Reply.With(replies.Linked(turn.Tongue, contract, rewards)).SwitchingMenuOf(turn.LineUserId);
        if (displaced is null)
            return reply;
        notices.Tell(
            turn.Tx, displaced, NoticeKind.LinkDisplaced, tongue => replies.TakenOver(tongue, contract),
            $"contract:{contract.Id}:displaced:{turn.Tap.EventId}", turn.Now);
        return reply.SwitchingMenuOf(displaced);
    }

    /// <summary>LINE names nobody when somebody else opened the page; the one who asked for it ought to know.</summary>
    private Reply ToldOfStranger(Turn turn, PendingLink signIn)
    {
        notices.Tell(
            turn.Tx, signIn.LineUserId, NoticeKind.LinkMade, replies.OpenedByAnother, $"sign-in:opened-by-another:{turn.Tap.EventId}", turn.Now,
            isAnswer: true);
        return Reply.Nothing;
    }
}
