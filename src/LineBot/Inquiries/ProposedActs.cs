using LineBot.Accounts;
using LineBot.Data;
using LineBot.Language;
using LineBot.Notices;
using LineBot.RichMenu;
using LineBot.Storage;

namespace LineBot.Inquiries;

/// <summary>Does what a customer confirmed, by the same stores, rules and audit as when the customer does it without an operator.</summary>
public sealed class ProposedActs(
    LinkStore links, SubscriptionStore subscriptions, CampaignStore campaigns, TopUps topUps, NoticeWriter notices,
    AccountStore accounts, AuditStore audit, ProposalReplies replies)
{
    /// <summary>What the customer loses by it, each in a sentence.</summary>
    public IReadOnlyList<string> LossesOf(Transaction tx, PossibleAct act, Tongue tongue, DateTimeOffset now) => act.Kind switch
    {
        ProposalKinds.ReissueCode when links.UserOf(tx, act.SubscriptionId!.Value) is not null => [replies.LinkIsLost(tongue)],
        ProposalKinds.UndoContractorLink =>
            [.. campaigns.AtStake(tx, act.ContractId!.Value, JapanTime.DayOf(now)).Select(reward => replies.RewardIsLost(tongue, reward))],
        _ => [],
    };

    public Reply Do(Turn turn, PossibleAct act, Proposal proposal) => act.Kind switch
    {
        ProposalKinds.ReissueCode => Reissue(turn, act),
        ProposalKinds.UndoContractorLink => UndoContractor(turn, act),
        ProposalKinds.UndoUserLink => UndoUser(turn, act),
        _ => TopUp(turn, act, proposal),
    };

    private Reply Reissue(Turn turn, PossibleAct act)
    {
        var subscription = subscriptions.Find(turn.Tx, act.SubscriptionId!.Value)!;
        var (code, unlinked) = links.Reissue(turn.Tx, subscription.Id, turn.LineUserId, turn.Now);
        var reply = Reply.With(replies.Reissued(turn.Tongue, subscription));
        if (unlinked is null)
            return reply;
        if (unlinked != turn.LineUserId)
        {
            notices.Tell(
                turn.Tx, unlinked, NoticeKind.LinkUndone, tongue => replies.UserLinkEnded(tongue, subscription),
                $"user-code-reissued:{subscription.Id}:{code.IssuedAt.ToUnixTimeMilliseconds()}", turn.Now);
        }
        return reply.SwitchingMenuOf(unlinked);
    }

    private Reply UndoContractor(Turn turn, PossibleAct act)
    {
        links.UndoContractor(turn.Tx, act.ContractId!.Value, turn.LineUserId, turn.Now);
        return Reply.With(replies.ContractorUndone(turn.Tongue, act.About)).SwitchingMenuOf(turn.LineUserId);
    }

    private Reply UndoUser(Turn turn, PossibleAct act)
    {
        var subscription = subscriptions.Find(turn.Tx, act.SubscriptionId!.Value)!;
        links.UndoUser(turn.Tx, turn.LineUserId, turn.Now);
        if (links.HolderOf(turn.Tx, subscription.ContractId) is { } holder && holder != turn.LineUserId)
        {
            notices.Tell(
                turn.Tx, holder, NoticeKind.LinkUndone, tongue => replies.UserLinkEndedInYourContract(tongue, subscription),
                $"user-link-undone:{subscription.Id}:{turn.Now.ToUnixTimeMilliseconds()}", turn.Now);
        }
        return Reply.With(replies.UserUndone(turn.Tongue, subscription)).SwitchingMenuOf(turn.LineUserId);
    }

    private Reply TopUp(Turn turn, PossibleAct act, Proposal proposal)
    {
        var (subscription, offer) = (subscriptions.Find(turn.Tx, act.SubscriptionId!.Value)!, new TopUpOffer(act.Mb!.Value, act.Yen!.Value));
        topUps.Buy(turn.Tx, subscription.Id, $"proposal:{proposal.Id}", offer, turn.Now);
        audit.Write(turn.Tx, turn.Now, turn.LineUserId, "data-bought", act.ContractId, subscription.Id, $"{offer.Mb} MB, {offer.Yen} yen");
        var lastDay = topUps.LastDayOf(JapanTime.DayOf(turn.Now));
        var reply = Reply.With(replies.DataBought(turn.Tongue, subscription, offer, lastDay));
        return links.UserOf(turn.Tx, subscription.Id) is { } user && user != turn.LineUserId
            ? reply.Telling(user, replies.DataReceived(accounts.CustomerOf(turn.Tx, user).Tongue, subscription, offer, lastDay))
            : reply;
    }
}
