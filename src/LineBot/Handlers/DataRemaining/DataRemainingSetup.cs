using LineBot.Operations;
using LineBot.Web;

namespace LineBot.Handlers.DataRemaining;

public sealed class DataRemainingSetup : IRoomSetup
{
    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<Looks>();
        services.AddSingleton<DataPageEndpoint>();
        services.AddSingleton<IChore, LevelChore>();
        services.AddSingleton<IChore, CarryOverChore>();
    }

    public void Map(WebApplication app) => app.Services.GetRequiredService<DataPageEndpoint>().Map(app.MapSignedInPages());
}
