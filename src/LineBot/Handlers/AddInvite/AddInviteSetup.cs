namespace LineBot.Handlers.AddInvite;

internal sealed class AddInviteSetup : IRoomSetup
{
    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<ApplyAddresses>();
        services.AddSingleton<InvitationAddresses>();
        services.AddSingleton<InvitedEndpoint>();
        services.AddSingleton<ApplicationCheck>();
        services.AddSingleton<DraftCookie>();
        services.AddSingleton<Reception>();
        services.AddSingleton<ApplyPages>();
        services.AddSingleton<ApplyEndpoint>();
    }

    public void Map(WebApplication app)
    {
        app.Services.GetRequiredService<ApplyEndpoint>().Map(app);
        app.Services.GetRequiredService<InvitedEndpoint>().Map(app);
    }
}
