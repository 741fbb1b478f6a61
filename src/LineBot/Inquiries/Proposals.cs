using LineBot.Accounts;
using LineBot.Data;
using LineBot.Outbox;
using LineBot.RichMenu;
using LineBot.Storage;
using Microsoft.Extensions.Options;

namespace LineBot.Inquiries;

/// <summary>
/// Acts that an operator proposes and the customer does: what is possible is what the customer could do alone, and only their tap does it.
/// </summary>
public sealed class Proposals(
    ProposalStore store, InquiryStore inquiries, QueueStore queue, AccountStore accounts, ContractStore contracts, SubscriptionStore subscriptions,
    UserCodeStore codes, TopUps topUps, ProposedActs acts, ProposalReplies replies, OutboxWriter outbox, AuditStore audit, InquirySignal signal,
    IOptions<InquiryOptions> options)
{
    private static readonly TimeSpan WorthSaying = TimeSpan.FromMinutes(10);

    /// <summary>What can be proposed to the customer of an inquiry, from the links of this moment.</summary>
    public IReadOnlyList<PossibleAct> Possible(Transaction tx, long inquiryId) =>
        inquiries.Find(tx, inquiryId) is { } inquiry ? [.. ActsOf(tx, accounts.CustomerOf(tx, inquiry.LineUserId))] : [];

    /// <summary>Puts a card into the customer's talk: what happens, what is lost by it, and the button that does it.</summary>
    /// <param name="actId">The <see cref="PossibleAct.Id"/> of one that is possible.</param>
    public DeskOutcome Propose(Transaction tx, long inquiryId, string operatorName, string actId, DateTimeOffset now)
    {
        var inquiry = inquiries.Find(tx, inquiryId);
        if (inquiry is not { IsOpen: true } || inquiry.TakenBy != operatorName)
            return DeskOutcome.Refusal(inquiry);
        var customer = accounts.CustomerOf(tx, inquiry.LineUserId);
        if (!customer.IsFriend)
            return new DeskOutcome(DeskResult.CustomerGone, operatorName);
        if (ActsOf(tx, customer).FirstOrDefault(act => act.Id == actId) is not { } act)
            return new DeskOutcome(DeskResult.NotPossible, operatorName);
        var until = now + options.Value.ProposalLifetime;
        var id = store.Add(tx, inquiryId, act, operatorName, now, until);
        var card = replies.Ask(customer.Tongue, id, act, acts.LossesOf(tx, act, customer.Tongue, now), until);
        outbox.Say(tx, inquiry.LineUserId, [card], $"inquiry-proposal:{id}", queue.SpendReplyToken(tx, inquiryId, now), now, WorthSaying);
        audit.Write(tx, now, $"operator:{operatorName}", "act-proposed", act.ContractId, act.SubscriptionId, $"inquiry {inquiryId}: {act.Id}");
        signal.Raise(tx, inquiryId);
        return new DeskOutcome(DeskResult.Done, operatorName, id);
    }

    /// <summary>The customer's tap: does the act, if it is still possible, once.</summary>
    public Reply Accept(Turn turn, long id)
    {
        if (store.Find(turn.Tx, turn.LineUserId, id) is not { } proposal || !proposal.IsOpenAt(turn.Now))
            return Reply.With(replies.TooLate(turn.Tongue));
        signal.Raise(turn.Tx, proposal.InquiryId);
        var act = ActsOf(turn.Tx, turn.Customer).FirstOrDefault(possible => IsSame(possible, proposal));
        store.Settle(turn.Tx, id, act is null ? "refused" : "done", turn.Now);
        return act is null ? Reply.With(replies.NoLongerPossible(turn.Tongue)) : acts.Do(turn, act, proposal);
    }

    public Reply Decline(Turn turn, long id)
    {
        if (store.Find(turn.Tx, turn.LineUserId, id) is not { } proposal || !store.Settle(turn.Tx, id, "declined", turn.Now))
            return Reply.With(replies.TooLate(turn.Tongue));
        signal.Raise(turn.Tx, proposal.InquiryId);
        return Reply.With(replies.Declined(turn.Tongue));
    }

    private IEnumerable<PossibleAct> ActsOf(Transaction tx, Customer customer)
    {
        foreach (var contract in customer.ContractIds.Select(id => contracts.Find(tx, id)).OfType<Contract>())
        {
            foreach (var subscription in subscriptions.OfContract(tx, contract.Id))
            {
                var issued = codes.Current(tx, subscription.Id)?.IssuedAt.ToUnixTimeMilliseconds() ?? 0;
                yield return new PossibleAct(ProposalKinds.ReissueCode, contract.Id, subscription.Id, Seen: issued) { About = subscription.PhoneNumber };
                foreach (var offer in topUps.Offers)
                    yield return new PossibleAct(ProposalKinds.TopUp, contract.Id, subscription.Id, offer.Mb, offer.Yen) { About = subscription.PhoneNumber };
            }
            yield return new PossibleAct(ProposalKinds.UndoContractorLink, contract.Id, null) { About = contract.LoginId };
        }
        if (customer.SubscriptionId is { } own && subscriptions.Find(tx, own) is { } used)
            yield return new PossibleAct(ProposalKinds.UndoUserLink, null, own) { About = used.PhoneNumber };
    }

    /// <summary>The same subject at the same price, upon the same user code: nothing else is done by an old card.</summary>
    private static bool IsSame(PossibleAct act, Proposal proposal) =>
        (act.Kind, act.ContractId, act.SubscriptionId, act.Mb, act.Yen, act.Seen)
        == (proposal.Kind, proposal.ContractId, proposal.SubscriptionId, (int?)proposal.Mb, (int?)proposal.Yen, proposal.Seen);
}
