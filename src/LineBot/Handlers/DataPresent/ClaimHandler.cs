using LineBot.Accounts;
using LineBot.Data;
using LineBot.RichMenu;

namespace LineBot.Handlers.DataPresent;

/// <summary>
/// Takes a present that waits behind a link. The page of the link only types the claim into this talk; who sends it here is known from
/// LINE's signature, which no page could know.
/// </summary>
public sealed class ClaimHandler(
    Sharing sharing, ShareStore shares, PartnerStore partners, Balances balances, AttemptStore attempts, PresentGiver users, PresentNews news,
    ClaimReplies replies, PresentDoneReplies done)
{
    public static readonly AttemptLimit PerAccount = new("present-code-account", 10, TimeSpan.FromMinutes(15));

    /// <summary>All accounts together: far more than people mistype, far less than 26 letters need.</summary>
    public static readonly AttemptLimit Overall = new("present-code-overall", 1000, TimeSpan.FromMinutes(15));

    [TypedByLink(PresentAddresses.ClaimJa, PresentAddresses.ClaimEn)]
    public Reply Typed(Turn turn)
    {
        var typed = PresentAddresses.AfterClaim(turn.Tap.Text!) ?? "";
        if (typed.Length == 0)
            return Reply.With(replies.HowTo(turn.Tongue));
        // Whoever goes on in words asks about it, and claims nothing.
        if (ShareCode.In(typed) is not { } code)
            return Reply.Pass;
        return code.Length == ShareCode.Length ? Claim(turn, code) : Reply.With(replies.WrongLength(turn.Tongue));
    }

    /// <summary>The button under the answer to a claim that came before the user link.</summary>
    [Action("data-present/claim")]
    public Reply Again(Turn turn) =>
        ShareCode.In(turn.Tap.Parameter("code") ?? "") is { Length: ShareCode.Length } code ? Claim(turn, code) : Reply.With(replies.WrongLength(turn.Tongue));

    private Reply Claim(Turn turn, string code)
    {
        if ((attempts.Take(turn.Tx, PerAccount, turn.LineUserId, turn.Now) ?? attempts.Take(turn.Tx, Overall, "", turn.Now)) is { } tryAgainAt)
            return Reply.With(replies.TooMany(turn.Tongue, tryAgainAt));
        if (shares.FindByCode(turn.Tx, code) is not { } share)
            return Reply.With(replies.Refused(turn.Tongue, ClaimRefusal.Unknown, null, 0));
        attempts.Clear(turn.Tx, PerAccount, turn.LineUserId);
        attempts.Return(turn.Tx, Overall, "");
        if (users.Of(turn) is not { } claimer)
            return Reply.With(share.CanBeClaimed(turn.Now) ? replies.LinkFirst(turn.Tongue, share, code) : replies.Refused(turn.Tongue, Over(share), share, 0));

        var outcome = sharing.Claim(turn.Tx, code, claimer, turn.Now);
        if (outcome.Present is not { } present)
            return Reply.With(replies.Refused(turn.Tongue, outcome.Refusal ?? ClaimRefusal.Over, share, outcome.LimitKb));
        var giver = partners.Find(turn.Tx, claimer, present.GiverId);
        if (!outcome.IsNew)
            return Reply.With(replies.ClaimedBefore(turn.Tongue, present, giver));
        var balance = balances.Of(turn.Tx, claimer, turn.Now);
        news.Claimed(turn.Tx, present, turn.Now);
        return Reply.With(done.Received(turn.Tongue, giver, present, balance, outcome.WasSlow, balance.PresentsUntil()));
    }

    private static ClaimRefusal Over(PresentShare share) => share.State == ShareState.Claimed ? ClaimRefusal.TakenByAnother : ClaimRefusal.Over;
}
