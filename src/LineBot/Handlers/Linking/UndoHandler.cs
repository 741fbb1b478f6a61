using LineBot.Accounts;
using LineBot.Language;
using LineBot.RichMenu;

namespace LineBot.Handlers.Linking;

/// <summary>Undoes either link, after saying what is lost by it.</summary>
public sealed class UndoHandler(
    ContractStore contracts, SubscriptionStore subscriptions, CampaignStore campaigns, AccountStore accounts, LinkStore links,
    UndoReplies replies, UserLinkReplies userLinkReplies)
{
    public const string Contractor = "linking/undo-contractor";
    public const string ContractorConfirmed = "linking/undo-contractor/confirmed";
    public const string User = "linking/undo-user";
    public const string UserConfirmed = "linking/undo-user/confirmed";

    [Action(Contractor)]
    public Reply AskContractor(Turn turn)
    {
        if (OwnContract(turn) is not { } contract)
            return Reply.With(replies.NothingToUndo(turn.Customer));
        var atStake = campaigns.AtStake(turn.Tx, contract.Id, JapanTime.DayOf(turn.Now));
        return Reply.With(replies.AskContractor(turn.Customer, contract, atStake));
    }

    [Action(ContractorConfirmed)]
    public Reply UndoContractor(Turn turn)
    {
        if (OwnContract(turn) is not { } contract
            || links.UndoContractor(turn.Tx, contract.Id, turn.LineUserId, turn.Now) is not { } lost)
            return Reply.With(replies.NothingToUndo(turn.Customer));
        return Reply.With(replies.ContractorUndone(turn.Tongue, contract, lost)).SwitchingMenuOf(turn.LineUserId);
    }

    [Action(User)]
    public Reply AskUser(Turn turn) => Reply.With(
        turn.Customer.SubscriptionId is { } id && subscriptions.Find(turn.Tx, id) is { } subscription
            ? replies.AskUser(turn.Tongue, subscription)
            : replies.NothingToUndo(turn.Customer));

    [Action(UserConfirmed)]
    public Reply UndoUser(Turn turn)
    {
        // An old button names the subscription it was made for, so that it cannot undo a later link.
        if (turn.Tap.Number("subscription") is not { } meant || turn.Customer.SubscriptionId != meant
            || links.UndoUser(turn.Tx, turn.LineUserId, turn.Now) is not { } undone
            || subscriptions.Find(turn.Tx, undone) is not { } subscription)
            return Reply.With(replies.NothingToUndo(turn.Customer));
        var reply = Reply.With(replies.UserUndone(turn.Tongue, subscription)).SwitchingMenuOf(turn.LineUserId);
        return links.HolderOf(turn.Tx, subscription.ContractId) is { } holder && holder != turn.LineUserId
            ? reply.Telling(holder, userLinkReplies.EndedInYourContract(accounts.CustomerOf(turn.Tx, holder).Tongue, subscription))
            : reply;
    }

    private Contract? OwnContract(Turn turn) =>
        turn.Tap.Number("contract") is { } id && turn.Customer.ContractIds.Contains(id) ? contracts.Find(turn.Tx, id) : null;
}
