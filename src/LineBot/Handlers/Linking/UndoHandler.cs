using LineBot.Accounts;
using LineBot.Language;
using LineBot.Notices;
using LineBot.RichMenu;

namespace LineBot.Handlers.Linking;

/// <summary>Undoes either link, after saying what is lost by it.</summary>
public sealed class UndoHandler(
    ContractStore contracts, SubscriptionStore subscriptions, CampaignStore campaigns, LinkStore links, UserLinkNotices news, UndoReplies replies)
{
    public const string Contractor = "linking/undo-contractor";
    public const string ContractorConfirmed = "linking/undo-contractor/confirmed";
    public const string User = "linking/undo-user";
    public const string UserConfirmed = "linking/undo-user/confirmed";

    /// <summary>When the link was made that a button is about, in milliseconds.</summary>
    public const string Since = "since";

    [Action(Contractor)]
    public Reply AskContractor(Turn turn)
    {
        if (OwnContract(turn) is not { } contract || links.ContractorLinkOf(turn.Tx, contract.Id) is not { } link)
            return Reply.With(replies.NothingToUndo(turn.Customer));
        var atStake = campaigns.AtStake(turn.Tx, contract.Id, JapanTime.DayOf(turn.Now));
        return Reply.With(replies.AskContractor(turn.Customer, contract, link, atStake));
    }

    [Action(ContractorConfirmed)]
    public Reply UndoContractor(Turn turn)
    {
        // A button from before the link was made anew told of other losses: it asks again.
        if (OwnContract(turn) is not { } contract || !IsMeant(turn, links.ContractorLinkOf(turn.Tx, contract.Id)))
            return AskContractor(turn);
        var lost = links.UndoContractor(turn.Tx, contract.Id, turn.LineUserId, turn.Now)!;
        return Reply.With(replies.ContractorUndone(turn.Tongue, contract, lost)).SwitchingMenuOf(turn.LineUserId);
    }

    [Action(User)]
    public Reply AskUser(Turn turn) => Reply.With(
        turn.Customer.SubscriptionId is { } id && subscriptions.Find(turn.Tx, id) is { } subscription && links.UserLinkOf(turn.Tx, id) is { } link
            ? replies.AskUser(turn.Tongue, subscription, link)
            : replies.NothingToUndo(turn.Customer));

    [Action(UserConfirmed)]
    public Reply UndoUser(Turn turn)
    {
        // An old button names the subscription it was made for, so that it cannot undo a later link.
        if (turn.Tap.Number("subscription") is not { } meant || turn.Customer.SubscriptionId != meant
            || subscriptions.Find(turn.Tx, meant) is not { } subscription)
            return Reply.With(replies.NothingToUndo(turn.Customer));
        if (!IsMeant(turn, links.UserLinkOf(turn.Tx, meant)))
            return AskUser(turn);
        links.UndoUser(turn.Tx, turn.LineUserId, turn.Now);
        news.Ended(turn.Tx, subscription, turn.LineUserId, turn.Tap.EventId, turn.Now);
        return Reply.With(replies.UserUndone(turn.Tongue, subscription)).SwitchingMenuOf(turn.LineUserId);
    }

    private static bool IsMeant(Turn turn, StandingLink? link) => link is not null && turn.Tap.Number(Since) == link.LinkedAt.ToUnixTimeMilliseconds();

    private Contract? OwnContract(Turn turn) =>
        turn.Tap.Number("contract") is { } id && turn.Customer.ContractIds.Contains(id) ? contracts.Find(turn.Tx, id) : null;
}
