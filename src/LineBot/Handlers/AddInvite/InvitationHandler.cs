using LineBot.Accounts;
using LineBot.Applications;
using LineBot.Campaigns;
using LineBot.Language;
using LineBot.RichMenu;
using Microsoft.Extensions.Options;

namespace LineBot.Handlers.AddInvite;

/// <summary>招待: an invitation link of one's own, what became of those that were sent, and accepting a friend's.</summary>
public sealed class InvitationHandler(
    AccountStore accounts, InvitationStore invitations, CampaignStore campaigns, CodeCheck codes, ApplicationLinkStore links, AttemptStore attempts,
    InvitationReplies replies, IOptions<ApplicationOptions> applications)
{
    public const string Invite = "add-invite/invite";
    public const string Name = "add-invite/name";
    public const string Status = "add-invite/status";

    public static readonly AttemptLimit PerAccount = new("invitation-code-account", 10, TimeSpan.FromMinutes(15));

    private const int MostShown = 8;

    [Action(Invite)]
    public Reply Show(Turn turn)
    {
        accounts.Ensure(turn.Tx, turn.LineUserId, turn.Now);
        var invitation = invitations.IssueForToday(turn.Tx, turn.LineUserId, turn.Now);
        return Reply.With(invitations.IsUsed(turn.Tx, invitation.Code)
            ? replies.UsedToday(turn.Tongue)
            : replies.Invitation(turn.Customer, invitation, Reward(turn), codes.ExpiryOf(invitation)));
    }

    /// <summary>Lets the page of today's invitation show the inviter's name, or not.</summary>
    [Action(Name)]
    public Reply ShowName(Turn turn)
    {
        if (invitations.Find(turn.Tx, turn.Tap.Parameter("code") ?? "") is { } invitation && invitation.LineUserId == turn.LineUserId)
            invitations.ShowName(turn.Tx, invitation.Code, turn.LineUserId, turn.Tap.Parameter("shows") == "yes");
        return Show(turn);
    }

    [Action(Status)]
    [Words("招待の状況", "招待状況", "特典の状況", "invitation status", "reward status")]
    public Reply ShowStatus(Turn turn) => Reply.With(replies.Status(
        turn.Tongue, codes.StagesOf(turn.Tx, turn.LineUserId, MostShown, turn.Now),
        [.. campaigns.RewardsOf(turn.Tx, turn.LineUserId).Where(reward => !reward.IsInviters).Take(MostShown)]));

    /// <summary>The page of an invitation only types this: who sends it here is known from LINE's signature, which no page could know.</summary>
    [TypedByLink(InvitationAddresses.AcceptJa, InvitationAddresses.AcceptEn)]
    public Reply Accept(Turn turn)
    {
        if (InvitationAddresses.CodeIn(turn.Tap.Text!) is not { } code)
            return Reply.Pass;
        if (attempts.Take(turn.Tx, PerAccount, turn.LineUserId, turn.Now) is { } tryAgainAt)
            return Reply.With(replies.TooMany(turn.Tongue, tryAgainAt));
        var fault = FaultOf(turn, code);
        if (fault != CodeFault.Unknown)
            attempts.Clear(turn.Tx, PerAccount, turn.LineUserId);
        if (fault is not null)
            return Reply.With(replies.Refused(turn.Tongue, fault.Value));
        accounts.Ensure(turn.Tx, turn.LineUserId, turn.Now);
        invitations.Opened(turn.Tx, code, turn.Now);
        var link = links.Issue(turn.Tx, turn.LineUserId, turn.Now, applications.Value.LinkLifetime);
        return Reply.With(replies.Accepted(turn.Tongue, code, link, Reward(turn)));
    }

    private CodeFault? FaultOf(Turn turn, string code) =>
        invitations.Find(turn.Tx, code)?.LineUserId == turn.LineUserId ? CodeFault.Own
        : codes.OfInvitation(turn.Tx, code, turn.Now) ?? (turn.Customer.LinkState != LinkState.None ? CodeFault.IsCustomer : null);

    private Campaign? Reward(Turn turn) => campaigns.OfInvitations(turn.Tx, JapanTime.DayOf(turn.Now));
}
