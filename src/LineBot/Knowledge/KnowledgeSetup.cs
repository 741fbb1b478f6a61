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
        services.AddSingleton<IChore, LibraryChore>();
    }
}
