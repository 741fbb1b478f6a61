using LineBot.Operations;

namespace LineBot.Handlers.DataRemaining;

public sealed class DataRemainingSetup : IRoomSetup
{
    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<Looks>();
        services.AddSingleton<IChore, LevelChore>();
        services.AddSingleton<IChore, CarryOverChore>();
    }
}
