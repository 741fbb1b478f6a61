namespace LineBot.Privacy;

/// <summary>How long what names customers is kept, where no room of its own says so.</summary>
public sealed class PrivacyOptions
{
    public const string Section = "Privacy";

    /// <summary>After an application was activated (the contract has it then) or declined: what the applicant told.</summary>
    public TimeSpan KeepApplicationsFor { get; set; } = TimeSpan.FromDays(90);

    /// <summary>After its issue: an invitation that nobody applied with.</summary>
    public TimeSpan KeepInvitationsFor { get; set; } = TimeSpan.FromDays(365);

    /// <summary>After the end of a contract: its holder, login ID, numbers and users. Bills stay, under a pseudonym.</summary>
    public TimeSpan KeepEndedContractsFor { get; set; } = TimeSpan.FromDays(1095);

    /// <summary>The record of who changed what.</summary>
    public TimeSpan KeepAuditFor { get; set; } = TimeSpan.FromDays(1095);
}
