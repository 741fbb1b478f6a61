namespace LineBot.Handlers.Linking;

public sealed class LinkingSetup : IRoomSetup
{
    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<LockoutNotices>();
        services.AddSingleton<LinkEndpoint>();
    }

    public void Map(WebApplication app) => app.Services.GetRequiredService<LinkEndpoint>().Map(app);
}
