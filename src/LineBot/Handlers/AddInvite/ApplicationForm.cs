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
}

public enum ApplicationField
{
    Plan,
    Contract,
    UserName,
    HolderName,
    HolderKana,
    BirthDate,
    PostalCode,
    Address,
    LoginId,
    Password,
    CampaignCode,
    InvitationCode,
}

/// <summary>Why a field cannot be taken as it is.</summary>
public enum Fault
{
    Missing,
    TooLong,
    TooShort,
    HasForbiddenCharacters,
    NotKana,
    NotADate,
    TooYoung,
    NotAPostalCode,
    TooSimple,
    Unknown,
    Taken,
    Own,
    Used,
    NotNow,
    Full,
}
