namespace LineBot.Handlers.AgeVerification;

public sealed class AgeVerificationSetup : IRoomSetup
{
    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<AgeCheck>();
        services.AddSingleton<AgeVerificationEndpoint>();
    }

    public void Map(WebApplication app) => app.Services.GetRequiredService<AgeVerificationEndpoint>().Map(app);
}
