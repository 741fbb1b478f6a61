using LineBot.Data;
using LineBot.RichMenu;
using Microsoft.Extensions.Options;

namespace LineBot.Handlers.DataPresent;

/// <summary>A present for anyone else, by LINE's share screen: how much, sure, and a link to send.</summary>
public sealed class ShareHandler(
    Sharing sharing, ShareStore shares, Balances balances, PresentGiver givers, ShareReplies replies, PresentRefusedReplies refused,
    IOptions<DataPolicy> policy)
{
    [Action("data-present/share")]
    [Words("リンクで贈る", "友だちに贈る", "友達に贈る", "友だちに送る", "send data to a friend")]
    public Reply Amount(Turn turn)
    {
        if (givers.Of(turn) is not { } giver)
            return PresentGiver.Locked(turn);
        var terms = sharing.Check(turn.Tx, giver, turn.Now);
        return Reply.With(terms.Refusal is null
            ? replies.Amounts(turn.Tongue, terms, policy.Value.PresentUnitKb)
            : refused.Show(turn.Customer, terms));
    }

    [Action("data-present/share-confirm")]
    public Reply Confirm(Turn turn) => givers.Of(turn) is { } giver ? Confirm(turn, giver, isAgain: false) : PresentGiver.Locked(turn);

    [Action("data-present/share-make")]
    public Reply Make(Turn turn)
    {
        if (givers.Of(turn) is not { } giver)
            return PresentGiver.Locked(turn);
        var request = Request(turn, giver, turn.Tap.Parameter("request") ?? "");
        var isFresh = PresentRequestId.IsFresh(request.RequestId, policy.Value.ConfirmationValidFor, turn.Now);
        if (!isFresh && shares.Find(turn.Tx, giver, request.RequestId) is null)
            return Confirm(turn, giver, isAgain: true);
        var outcome = sharing.Share(turn.Tx, request, turn.Now);
        if (outcome.Share is not { } share)
            return Reply.With(refused.Show(turn.Customer, outcome.Terms));
        return Reply.With(outcome.Code is { } code
            ? replies.Link(turn.Tongue, share, code, balances.Of(turn.Tx, giver, turn.Now))
            : replies.MadeBefore(turn.Tongue, share, turn.Now));
    }

    /// <summary>For whom the link was lost: another one, and the one before opens nothing.</summary>
    [Action("data-present/share-renew")]
    public Reply Renew(Turn turn)
    {
        if (givers.Of(turn) is not { } giver)
            return PresentGiver.Locked(turn);
        if (ShareOf(turn, giver) is not { } share)
            return Reply.With(replies.Gone(turn.Tongue));
        return Reply.With(sharing.Renew(turn.Tx, share.Id, giver, turn.Now) is { } code
            ? replies.Link(turn.Tongue, share, code, balances.Of(turn.Tx, giver, turn.Now))
            : replies.MadeBefore(turn.Tongue, share, turn.Now));
    }

    [Action("data-present/share-cancel")]
    public Reply Cancel(Turn turn)
    {
        if (givers.Of(turn) is not { } giver)
            return PresentGiver.Locked(turn);
        if (ShareOf(turn, giver) is not { } share)
            return Reply.With(replies.Gone(turn.Tongue));
        return Reply.With(sharing.GiveBack(turn.Tx, share, ShareState.Cancelled, turn.Now)
            ? replies.Cancelled(turn.Tongue, share, balances.Of(turn.Tx, giver, turn.Now))
            : replies.MadeBefore(turn.Tongue, share, turn.Now));
    }

    private Reply Confirm(Turn turn, long giver, bool isAgain)
    {
        var request = Request(turn, giver, PresentRequestId.New(turn.Now));
        var terms = sharing.CheckAmount(turn.Tx, giver, request.Kb, turn.Now);
        return Reply.With(terms.Refusal is null
            ? replies.Confirmation(turn.Tongue, terms, request, sharing.ExpiryOf(turn.Now), isAgain)
            : refused.Show(turn.Customer, terms));
    }

    /// <summary>The share that the button names, if it is the giver's own.</summary>
    private PresentShare? ShareOf(Turn turn, long giver) =>
        shares.Find(turn.Tx, turn.Tap.Number("share") ?? 0) is { } share && share.GiverId == giver ? share : null;

    private static ShareRequest Request(Turn turn, long giver, string requestId) => new(requestId, giver, PresentGiver.KbIn(turn));
}
