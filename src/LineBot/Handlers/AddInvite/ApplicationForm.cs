
namespace LineBot.Handlers.AddInvite;

/// <summary>What an applicant typed, as typed. Fields of other steps stay empty.</summary>
public sealed record ApplicationForm
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
    public string? CampaignCode { get; set; }
    public string? InvitationCode { get; set; }

    /// <summary>This form with the fields of one step as they were typed now.</summary>
    public ApplicationForm With(ApplyStep step, ApplicationForm typed)
    {
        // An invitation's address brings its code along through whatever step is opened first.
        var invited = this with { InvitationCode = typed.InvitationCode ?? InvitationCode };
        return step switch
        {
            ApplyStep.Plan => invited with { Plan = typed.Plan, Contract = typed.Contract, UserName = typed.UserName },
            ApplyStep.Holder => invited with
            {
                HolderName = typed.HolderName, HolderKana = typed.HolderKana, BirthDate = typed.BirthDate, PostalCode = typed.PostalCode,
                Address = typed.Address,
            },
            ApplyStep.Login => invited with { LoginId = typed.LoginId, CampaignCode = typed.CampaignCode },
            _ => this,
        };
    }
}

/// <summary>What comes along with every step.</summary>
public sealed class ApplyPost
{
    /// <summary>The token of the link from the talk; empty when the page was opened elsewhere.</summary>
    public string? Link { get; set; }

    public string? Password { get; set; }

    /// <summary>On the review page: the application that it shows.</summary>
    public string? RequestId { get; set; }
}
