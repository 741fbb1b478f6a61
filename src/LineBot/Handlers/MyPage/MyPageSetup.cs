using LineBot.Operations;
using LineBot.Web;

namespace LineBot.Handlers.MyPage;

public sealed class MyPageSetup : IRoomSetup
{
    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<SubscriptionVisits>();
        services.AddSingleton<SubscriptionViews>();
        services.AddSingleton<MyPageEndpoint>();
        services.AddSingleton<UserCodeEndpoint>();
        services.AddSingleton<UnlinkEndpoint>();
        services.AddSingleton<SignInsEndpoint>();
        services.AddSingleton<OwnUserLinkEndpoint>();
        services.AddSingleton<TopUpEndpoint>();
        services.AddSingleton<ContractEndpoint>();
        services.AddSingleton<RewardsEndpoint>();
        services.AddSingleton<InvitationsEndpoint>();
        services.AddSingleton<BillsEndpoint>();
        services.AddSingleton<IChore, BillNoticeChore>();
        services.AddSingleton<OptionsEndpoint>();
        services.AddSingleton<PlanChangeEndpoint>();
        services.AddSingleton<PasswordEndpoint>();
        services.AddSingleton<NoticesEndpoint>();
    }

    public void Map(WebApplication app)
    {
        var signedIn = app.MapSignedInPages();
        app.Services.GetRequiredService<MyPageEndpoint>().Map(signedIn);
        app.Services.GetRequiredService<UserCodeEndpoint>().Map(signedIn);
        app.Services.GetRequiredService<UnlinkEndpoint>().Map(signedIn);
        app.Services.GetRequiredService<SignInsEndpoint>().Map(signedIn);
        app.Services.GetRequiredService<OwnUserLinkEndpoint>().Map(signedIn);
        app.Services.GetRequiredService<TopUpEndpoint>().Map(signedIn);
        app.Services.GetRequiredService<ContractEndpoint>().Map(signedIn);
        app.Services.GetRequiredService<RewardsEndpoint>().Map(signedIn);
        app.Services.GetRequiredService<InvitationsEndpoint>().Map(signedIn);
        app.Services.GetRequiredService<BillsEndpoint>().Map(signedIn);
        app.Services.GetRequiredService<OptionsEndpoint>().Map(signedIn);
        app.Services.GetRequiredService<PlanChangeEndpoint>().Map(signedIn);
        app.Services.GetRequiredService<PasswordEndpoint>().Map(signedIn);
        app.Services.GetRequiredService<NoticesEndpoint>().Map(signedIn);
    }
}
