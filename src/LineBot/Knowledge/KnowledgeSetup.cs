using LineBot.Knowledge.Model;
using LineBot.Operations;

namespace LineBot.Knowledge;

internal sealed class KnowledgeSetup : IRoomSetup
{
    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<KnowledgeOptions>()
            .Bind(configuration.GetSection(KnowledgeOptions.Section))
            .Validate(o => Directory.Exists(o.Folder), "Knowledge:Folder must be a folder that exists.")
            .Validate(o => o.ReloadEvery > TimeSpan.Zero, "Knowledge:ReloadEvery must be more than nothing.")
            .ValidateOnStart();
        foreach (var type in typeof(IFacts).Assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(IFacts))))
            services.AddSingleton(typeof(IFacts), type);
        services.AddSingleton<FactSheet>();
        services.AddSingleton<Library>();
        services.AddOptions<ModelOptions>()
            .Bind(configuration.GetSection(ModelOptions.Section))
            .Validate(o => o.IsSafe, "Knowledge:Model:Address must be an address that begins with https:// (or http:// on loopback).")
            .Validate(o => !o.IsOn || o.Name.Length > 0, "Knowledge:Model:Name must name the model at Knowledge:Model:Address.")
            .Validate(o => o.Patience > TimeSpan.Zero && o.Patience <= TimeSpan.FromSeconds(10), "Knowledge:Model:Patience must be more than nothing and at most 10 s.")
            .ValidateOnStart();
        services.AddSingleton<ModelClient>();
        services.AddSingleton<Advice>();
        services.AddSingleton<IChore, LibraryChore>();
    }
}
