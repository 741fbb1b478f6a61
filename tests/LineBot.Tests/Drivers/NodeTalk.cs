using LineBot.RichMenu;
using LineBot.Simulator.Bot;
using LineBot.Simulator.Platform;
using LineBot.Storage;
using LineBot.Tests.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LineBot.Tests.Drivers;

/// <summary>Two real services of this process that share a database of PostgreSQL, and a LINE Platform that delivers to either.</summary>
internal sealed class NodeTalk : IAsyncDisposable
{
    private readonly TestStore _store = TestStore.OfServer();
    private readonly List<WebApplication> _services = [];
    private readonly HttpClient _http = new();
    private readonly PlatformServer _server;
    private Relay? _slowLine;

    private NodeTalk(PlatformServer server) => (_server, FirstsWire) = (server, Wire.To(_store.ConnectionString));

    public LinePlatform Platform => _server.Platform;

    public TestStore Store => _store;

    /// <summary>The first node's way to the store.</summary>
    public Wire FirstsWire { get; }

    /// <summary>What both nodes log.</summary>
    public ServiceLog Log { get; } = new();

    /// <param name="beforeLine">What each call of the first node to LINE waits for before it goes on.</param>
    /// <param name="configure">Replaces parts of a node, by its number.</param>
    public static async Task<NodeTalk> StartAsync(
        object handler, Func<Task>? beforeLine = null, Action<int, WebApplicationBuilder>? configure = null)
    {
        var server = await PlatformServer.StartAsync(TimeProvider.System);
        server.Platform.Webhooks.Timeout = TimeSpan.FromSeconds(30);
        var talk = new NodeTalk(server);
        if (beforeLine is not null)
        {
            talk._slowLine = await Relay.StartAsync(server.Address);
            talk._slowLine.Gate = beforeLine;
        }
        for (var node = 0; node < 2; node++)
        {
            var number = node;
            var address = node == 0 && talk._slowLine is { } slow ? slow.Address : server.Address;
            var settings = new Dictionary<string, string>(
                BotSettings.For(server.Platform.Channel, address, new Uri($"http://127.0.0.1:{FreePort.Find()}"), Path.GetTempPath()))
            {
                ["environment"] = "Development", ["DemoData"] = "false",
                ["Storage:Provider"] = talk._store.Options.Provider, ["Storage:ConnectionString"] = node == 0 ? talk.FirstsWire.Lead(talk._store.ConnectionString) : talk._store.ConnectionString,
            };
            var service = LineBotService.Create([.. settings.Select(setting => $"--{setting.Key}={setting.Value}")], builder =>
            {
                builder.Logging.ClearProviders().AddProvider(talk.Log);
                builder.Services.AddSingleton(_ => new HandlerMap([handler]));
                configure?.Invoke(number, builder);
            });
            await service.StartAsync();
            talk._services.Add(service);
        }
        return talk;
    }

    public T Of<T>(int node) where T : notnull => _services[node].Services.GetRequiredService<T>();

    public Node Node(int node) => Of<Database>(node).Node;

    public Uri Address(int node) => new(_services[node].Urls.First());

    /// <summary>What a node says of itself.</summary>
    public Task<HttpResponseMessage> ReadyAsync(int node) => _http.GetAsync(new Uri(Address(node), "/health/ready"));

    /// <summary>Has the platform deliver to this node from now on.</summary>
    public void DeliverTo(int node) => Platform.Webhooks.Url = new Uri(Address(node), "/webhook");

    public static List<string> Heard(LinePhone phone) =>
        [.. phone.Talk.Where(entry => entry.Side == TalkSide.Bot).Select(entry => entry.Message.GetProperty("text").GetString()!)];

    public async ValueTask DisposeAsync()
    {
        foreach (var service in _services)
        {
            await service.StopAsync();
            await service.DisposeAsync();
        }
        if (_slowLine is not null)
            await _slowLine.DisposeAsync();
        await _server.DisposeAsync();
        await FirstsWire.DisposeAsync();
        _http.Dispose();
        _store.Dispose();
    }
}
