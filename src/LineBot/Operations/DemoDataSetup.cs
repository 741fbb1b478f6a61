namespace LineBot.Operations;

/// <summary>With <c>DemoData=true</c>, an empty store is filled before the first request is taken.</summary>
public sealed class DemoDataSetup : IRoomSetup
{
    public const string Key = "DemoData";

    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        if (!configuration.GetValue<bool>(Key))
            return;
        services.AddSingleton<DemoCatalogue>();
        services.AddSingleton<DemoCustomers>();
        services.AddHostedService<DemoData>();
    }
}
