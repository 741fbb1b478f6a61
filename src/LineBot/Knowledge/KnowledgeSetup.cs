using LineBot.Knowledge.Model;
using LineBot.Language;
using LineBot.Operations;

namespace LineBot.Knowledge;

internal sealed class KnowledgeSetup : IRoomSetup
{
    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<KnowledgeOptions>()
            .Bind(configuration.GetSection(KnowledgeOptions.Section))
            .Validate(o => Directory.Exists(o.Folder), Tongue.OfProcess.Say(
                "Knowledge:Folder のフォルダーがありません。", "Knowledge:Folder must be a folder that exists."))
            .Validate(o => o.ReloadEvery > TimeSpan.Zero, Tongue.OfProcess.Say(
                "Knowledge:ReloadEvery は 0 より長くしてください。", "Knowledge:ReloadEvery must be more than nothing."))
            .ValidateOnStart();
        foreach (var type in typeof(IFacts).Assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(IFacts))))
            services.AddSingleton(typeof(IFacts), type);
        services.AddSingleton<FactSheet>();
        services.AddSingleton<Library>();
        services.AddOptions<ModelOptions>()
            .Bind(configuration.GetSection(ModelOptions.Section))
            .Validate(o => o.IsSafe, Tongue.OfProcess.Say(
                "Knowledge:Model:Address は https:// から始まるアドレスにしてください (ループバックなら http:// も可)。",
                "Knowledge:Model:Address must be an address that begins with https:// (or http:// on loopback)."))
            .Validate(o => !o.IsOn || o.Name.Length > 0, Tongue.OfProcess.Say(
                "Knowledge:Model:Name に、Knowledge:Model:Address のモデルの名前を書いてください。",
                "Knowledge:Model:Name must name the model at Knowledge:Model:Address."))
            .Validate(o => o.Patience > TimeSpan.Zero && o.Patience <= TimeSpan.FromSeconds(10), Tongue.OfProcess.Say(
                "Knowledge:Model:Patience は 0 より長く 10 秒以下にしてください。", "Knowledge:Model:Patience must be more than nothing and at most 10 s."))
            .ValidateOnStart();
        services.AddSingleton<ModelClient>();
        services.AddSingleton<Advice>();
        services.AddSingleton<IChore, LibraryChore>();
    }
}
