using LineBot.Language;
using LineBot.Operations;

namespace LineBot.Campaigns;

internal sealed class CampaignsSetup : IRoomSetup
{
    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<CampaignOptions>()
            .Bind(configuration.GetSection(CampaignOptions.Section))
            .Validate(o => o.InvitationLifetime > TimeSpan.Zero, Tongue.OfProcess.Say(
                "Campaigns:InvitationLifetime は 0 より長くしてください。", "Campaigns:InvitationLifetime must be longer than zero."))
            .Validate(o => o.RemindAfter >= TimeSpan.Zero, Tongue.OfProcess.Say(
                "Campaigns:RemindAfter は 0 以上にしてください。", "Campaigns:RemindAfter must not be negative."))
            .ValidateOnStart();
        services.AddSingleton<CodeCheck>();
        services.AddSingleton<Enrolment>();
        services.AddSingleton<RewardNews>();
        services.AddSingleton<RewardTurn>();
        services.AddSingleton<IChore, RewardChore>();
    }
}
