using LineBot.Operations;
using Microsoft.Extensions.Options;

namespace LineBot.Data;

internal sealed class DataSetup : IRoomSetup
{
    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        // A key that nobody knows is a mistyped rule: it must not fall silently to its default.
        services.AddOptions<DataPolicy>()
            .Bind(configuration.GetSection(DataPolicy.Section), binder => binder.ErrorOnUnknownConfiguration = true).ValidateOnStart();
        services.AddSingleton<IValidateOptions<DataPolicy>, DataPolicyRules>();
        services.AddSingleton<Recount>();
        services.AddSingleton<MonthTurn>();
        services.AddSingleton<Balances>();
        services.AddSingleton<MonthTurnRound>();
        services.AddSingleton<IChore, MonthTurnChore>();
        services.AddSingleton<Statements>();
        services.AddSingleton<UsageBook>();
        services.AddSingleton<UsageIntake>();
        services.AddSingleton<UsageWords>();
        services.AddOptions<UsageOptions>().Bind(configuration.GetSection(UsageOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<UsageOptions>, UsageOptionsRules>();
        services.AddSingleton<UsageKeys>();
        services.AddSingleton<UsageEndpoint>();
        services.AddSingleton<Incoming>();
        services.AddSingleton<Outgoing>();
        services.AddSingleton<Giving>();
        services.AddSingleton<Sharing>();
        services.AddSingleton<Asking>();
        services.AddSingleton<TopUps>();
        services.AddSingleton<IDemoFiller, DemoUsage>();
    }

    public void Map(WebApplication app) => app.Services.GetRequiredService<UsageEndpoint>().Map(app);
}
