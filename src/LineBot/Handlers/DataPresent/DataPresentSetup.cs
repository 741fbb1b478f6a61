using LineBot.LineApi;
using LineBot.Operations;

namespace LineBot.Handlers.DataPresent;

public sealed class DataPresentSetup : IRoomSetup
{
    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<PresentAddresses>();
        services.AddSingleton<PresentGiver>();
        services.AddSingleton<PresentNews>();
        services.AddSingleton<OwnAccount>();
        services.AddSingleton<PresentEndpoint>();
        services.AddSingleton<IChore, ReturnChore>();
    }

    public void Map(WebApplication app) => app.Services.GetRequiredService<PresentEndpoint>().Map(app);
}
