using LineBot.Language;
using LineBot.Operations;

namespace LineBot.Applications;

internal sealed class ApplicationsSetup : IRoomSetup
{
    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ApplicationOptions>()
            // A demo has nobody who would look at applications.
            .Configure(o => o.AutoApprove = configuration.GetValue<bool>(DemoDataSetup.Key))
            .Bind(configuration.GetSection(ApplicationOptions.Section))
            .Validate(o => o.LinkLifetime > TimeSpan.Zero, Tongue.OfProcess.Say(
                "Applications:LinkLifetime は 0 より長くしてください。", "Applications:LinkLifetime must be longer than zero."))
            .Validate(o => o.DraftLifetime > TimeSpan.Zero, Tongue.OfProcess.Say(
                "Applications:DraftLifetime は 0 より長くしてください。", "Applications:DraftLifetime must be longer than zero."))
            .Validate(o => o.MostSubscriptions > 0, Tongue.OfProcess.Say(
                "Applications:MostSubscriptions は 1 以上にしてください。", "Applications:MostSubscriptions must be at least 1."))
            .Validate(
                o => PhoneNumber.IsWritten(o.FirstPhoneNumber) && PhoneNumber.IsWritten(o.LastPhoneNumber)
                    && string.CompareOrdinal(o.FirstPhoneNumber, o.LastPhoneNumber) <= 0,
                Tongue.OfProcess.Say(
                    "Applications:FirstPhoneNumber と LastPhoneNumber は 080-0000-0001 のように書き、この順に小さいものからにしてください。",
                    "Applications:FirstPhoneNumber and LastPhoneNumber must be written like 080-0000-0001 and be in this order."))
            .ValidateOnStart();
        services.AddSingleton<Activation>();
        services.AddSingleton<ApplicationNews>();
        services.AddSingleton<ApplicationDesk>();
        services.AddSingleton<ContractIntake>();
    }
}
