using LineBot.Web;

namespace LineBot.Handlers.MyPage;

public sealed class MyPageSetup : IRoomSetup
{
    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        var isSecure = new PublicAddress(configuration).IsSecure;
        services.AddAuthentication().AddCookie(SessionCookie.Scheme, options => SessionCookie.Configure(options, isSecure));
        services.AddSingleton<Visits>();
        services.AddSingleton<SubscriptionVisits>();
        services.AddSingleton<SignInEndpoint>();
        services.AddSingleton<MyPageEndpoint>();
        services.AddSingleton<UserCodeEndpoint>();
        services.AddSingleton<UnlinkEndpoint>();
        services.AddSingleton<OwnUserLinkEndpoint>();
        services.AddSingleton<TopUpEndpoint>();
    }

    public void Map(WebApplication app)
    {
        app.Services.GetRequiredService<SignInEndpoint>().Map(app);
        var signedIn = app.MapPages().RequireAuthorization(policy => policy
            .AddAuthenticationSchemes(SessionCookie.Scheme)
            .RequireAuthenticatedUser());
        app.Services.GetRequiredService<MyPageEndpoint>().Map(signedIn);
        app.Services.GetRequiredService<UserCodeEndpoint>().Map(signedIn);
        app.Services.GetRequiredService<UnlinkEndpoint>().Map(signedIn);
        app.Services.GetRequiredService<OwnUserLinkEndpoint>().Map(signedIn);
        app.Services.GetRequiredService<TopUpEndpoint>().Map(signedIn);
    }
}
