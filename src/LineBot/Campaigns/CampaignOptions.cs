namespace LineBot.Campaigns;

public sealed class CampaignOptions
{
    public const string Section = "Campaigns";

    /// <summary>How long somebody can apply by an invitation after it was issued.</summary>
    public TimeSpan InvitationLifetime { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How long after enrolment a contract that is not linked yet is reminded of the link that its reward needs.</summary>
    public TimeSpan RemindAfter { get; set; } = TimeSpan.FromDays(3);
}
