using LineBot.Operations;
using Microsoft.Extensions.Options;

namespace LineBot.Data;

internal sealed class DataSetup : IRoomSetup
{
    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DataPolicy>().Bind(configuration.GetSection(DataPolicy.Section), binder => binder.ErrorOnUnknownConfiguration = true).ValidateOnStart();
        services.AddSingleton<IValidateOptions<DataPolicy>, DataPolicyRules>();
        services.AddSingleton<Recount>();
        services.AddSingleton<MonthTurn>();
        services.AddSingleton<Balances>();
        services.AddSingleton<UsageBook>();
        services.AddSingleton<Incoming>();
        services.AddSingleton<Outgoing>();
        services.AddSingleton<Giving>();
        services.AddSingleton<Sharing>();
        services.AddSingleton<Asking>();
        services.AddSingleton<TopUps>();
        services.AddSingleton<IDemoFiller, DemoUsage>();
    }
}
