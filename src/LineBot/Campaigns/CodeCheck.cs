using LineBot.Accounts;
using LineBot.Language;
using LineBot.Storage;
using Microsoft.Extensions.Options;

namespace LineBot.Campaigns;

/// <summary>Why a campaign code or an invitation does not admit an applicant.</summary>
public enum CodeFault
{
    Unknown,

    /// <summary>The campaign has not begun, or is over.</summary>
    NotNow,

    /// <summary>The campaign has taken as many as it can.</summary>
    Full,

    /// <summary>The inviter and the applicant are one.</summary>
    Own,

    /// <summary>Somebody else applied with the invitation.</summary>
    Used,

    /// <summary>The invitation has run out.</summary>
    Late,

    /// <summary>Invitations are for those who have had no contract.</summary>
    IsCustomer,
}

/// <summary>Whether an applicant is admitted by a code. Changes nothing.</summary>
public sealed class CodeCheck(CampaignStore campaigns, InvitationStore invitations, IOptions<CampaignOptions> options)
{
    /// <param name="code">In capitals, without spaces and hyphens.</param>
    public CodeFault? OfCampaign(Transaction tx, string code, DateTimeOffset now) =>
        campaigns.FindByCode(tx, code) switch
        {
            null => CodeFault.Unknown,
            var campaign when !campaign.IsRunning(JapanTime.DayOf(now)) => CodeFault.NotNow,
            { Cap: { } cap } campaign when campaigns.PlacesTaken(tx, campaign) >= cap => CodeFault.Full,
            _ => null,
        };

    public DateTimeOffset ExpiryOf(Invitation invitation) => invitation.ExpiresAt(options.Value);

    /// <summary>An account's latest invitations and how each stands, newest first.</summary>
    public IReadOnlyList<(InvitationStatus Invitation, InvitationStage Stage)> StagesOf(Transaction tx, string lineUserId, int most, DateTimeOffset now) =>
        [.. invitations.StatusOf(tx, lineUserId, most).Select(one => (one, one.StageAt(now, options.Value)))];

    /// <summary>Whether an invitation can still bring somebody, whoever that is.</summary>
    /// <param name="code">In capitals, without spaces and hyphens.</param>
    public CodeFault? OfInvitation(Transaction tx, string code, DateTimeOffset now) =>
        invitations.Find(tx, code) is not { } invitation ? CodeFault.Unknown
        : invitations.IsUsed(tx, code) ? CodeFault.Used
        : now >= invitation.ExpiresAt(options.Value) ? CodeFault.Late
        : null;

    /// <summary>As <see cref="OfInvitation(Transaction, string, DateTimeOffset)"/>, and whether it can bring this applicant.</summary>
    /// <param name="lineUserId">The applicant's LINE account, where it is known.</param>
    /// <param name="birthDate">1990-01-31.</param>
    public CodeFault? OfInvitation(Transaction tx, string code, string? lineUserId, string holderKana, string birthDate, DateTimeOffset now)
    {
        if (invitations.Find(tx, code) is not { } invitation)
            return CodeFault.Unknown;
        // Said first: a code of one's own is nothing to wait for, however it stands.
        if (invitation.LineUserId == lineUserId || invitations.IsInviter(tx, invitation, holderKana, birthDate))
            return CodeFault.Own;
        return OfInvitation(tx, code, now) ?? (invitations.IsKnown(tx, holderKana, birthDate) ? CodeFault.IsCustomer : null);
    }
}
