using LineBot.Accounts;
using LineBot.Language;
using LineBot.Storage;

namespace LineBot.Campaigns;

/// <summary>Enrols for rewards when an application is activated: the applicant by campaign code and invitation, and the inviter.</summary>
public sealed class Enrolment(
    CampaignStore campaigns, InvitationStore invitations, ContractStore contracts, SubscriptionStore subscriptions, LinkStore links, AuditStore audit)
{
    /// <summary>The codes were checked when the application was received: a campaign that has ended since is kept to.</summary>
    public void Enrol(Transaction tx, Entrant entrant, DateTimeOffset now)
    {
        if (entrant.CampaignCode is { } code && campaigns.FindByCode(tx, code) is { } campaign)
            EnrolApplicant(tx, campaign, entrant, now);
        if (entrant.InvitationCode is { } invited && invitations.Find(tx, invited) is { } invitation
            && campaigns.OfInvitations(tx, JapanTime.DayOf(entrant.ReceivedAt)) is { } reward)
        {
            EnrolApplicant(tx, reward, entrant, now);
            EnrolInviter(tx, reward, entrant, invitation.LineUserId, now);
        }
    }

    private void EnrolApplicant(Transaction tx, Campaign campaign, Entrant entrant, DateTimeOffset now)
    {
        var reward = campaigns.Enrol(
            tx, campaign.Id, entrant.ContractId, campaign.GrantDate(now), now, entrant.LineUserId, entrant.ApplicationId);
        Audit(tx, reward, campaign, now);
    }

    /// <summary>The reward goes to the inviter's contract: the one they hold, else that of the subscription they use, else the one they will link.</summary>
    private void EnrolInviter(Transaction tx, Campaign campaign, Entrant entrant, string inviter, DateTimeOffset now)
    {
        var contract = contracts.LinkedTo(tx, inviter) is [var held, ..] ? held.Id
            : links.SubscriptionOf(tx, inviter) is { } used ? subscriptions.Find(tx, used)?.ContractId : null;
        var reward = campaigns.EnrolInviter(tx, campaign.Id, entrant.ApplicationId, contract, inviter, campaign.GrantDate(now), now);
        Audit(tx, reward, campaign, now);
    }

    private void Audit(Transaction tx, Reward? reward, Campaign campaign, DateTimeOffset now)
    {
        if (reward is not null)
            audit.Write(tx, now, "system", "reward-enrolled", reward.ContractId, detail: $"reward {reward.Id} of {campaign.Id}");
    }
}

/// <summary>An application that is being activated, as far as rewards go.</summary>
/// <param name="LineUserId">The applicant's LINE account, where it is known.</param>
public sealed record Entrant(
    long ApplicationId, long ContractId, string? LineUserId, string? CampaignCode, string? InvitationCode, DateTimeOffset ReceivedAt);
