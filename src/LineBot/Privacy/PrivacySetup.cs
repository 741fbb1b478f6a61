using LineBot.Language;
using LineBot.Operations;

namespace LineBot.Privacy;

internal sealed class PrivacySetup : IRoomSetup
{
    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PrivacyOptions>()
            .Bind(configuration.GetSection(PrivacyOptions.Section))
            .Validate(
                o => o.KeepApplicationsFor > TimeSpan.Zero && o.KeepInvitationsFor > TimeSpan.Zero && o.KeepEndedContractsFor > TimeSpan.Zero
                    && o.KeepAuditFor > TimeSpan.Zero,
                Tongue.OfProcess.Say(
                    "Privacy の期間は、どれも 0 より長くしてください。",
                    "Privacy: every time must be longer than zero."))
            .ValidateOnStart();
        services.AddSingleton<PersonalDataStore>();
        services.AddSingleton<Erasure>();
        services.AddSingleton<LostPhone>();
        services.AddSingleton<IChore, PrivacyChore>();
    }
}
