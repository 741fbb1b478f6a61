using System.Globalization;
using LineBot.Applications;

namespace LineBot.Handlers.AddInvite;

/// <summary>What an applicant typed, as typed. Fields that a form does not have stay empty.</summary>
public sealed class ApplicationForm
{
    public string? Plan { get; set; }
    public string? Contract { get; set; }
    public string? UserName { get; set; }
    public string? HolderName { get; set; }
    public string? HolderKana { get; set; }
    public string? BirthDate { get; set; }
    public string? PostalCode { get; set; }
    public string? Address { get; set; }
    public string? LoginId { get; set; }
    public string? Password { get; set; }
    public string? CampaignCode { get; set; }
    public string? InvitationCode { get; set; }

    /// <summary>The token of the link from the talk, carried along; empty when the page was opened elsewhere.</summary>
    public string? Link { get; set; }

    /// <summary>The sealed draft that is being sent, or from which the form was filled again.</summary>
    public string? Draft { get; set; }

    /// <summary>The form that would have been typed for this content. A password is never shown again.</summary>
    public static ApplicationForm Of(ApplicationContent content) => new()
    {
        Plan = content.PlanId,
        Contract = content.ContractId?.ToString(CultureInfo.InvariantCulture),
        UserName = content.UserName,
        HolderName = content.HolderName,
        HolderKana = content.HolderKana,
        BirthDate = content.BirthDate,
        PostalCode = content.PostalCode,
        Address = content.Address,
        LoginId = content.LoginId,
        CampaignCode = content.CampaignCode,
        InvitationCode = content.InvitationCode,
    };
}
