using LineBot.Operations;

namespace LineBot.Billing;

internal sealed class BillingSetup : IRoomSetup
{
    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<BillStore>();
        services.AddSingleton<Bills>();
        services.AddSingleton<IChore, ClosingChore>();
    }
}
