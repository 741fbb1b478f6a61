using Line.Messaging;
using LineBot.RichMenu;
using LineBot.Simulator.Bot;
using LineBot.Simulator.Clock;
using LineBot.Simulator.Journeys;
using LineBot.Simulator.Platform;

namespace LineBot.Simulator;

/// <summary>LINE in a box: the platform, the service beside it on a store of its own, and the people with their phones.</summary>
internal sealed class Simulation : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("linebot-simulator-").FullName;
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });

    /// <param name="lineAddress">Where the platform answers.</param>
    public Simulation(Uri lineAddress)
    {
        LineAddress = lineAddress;
        Platform = new LinePlatform(Channel.Create(), Clock);
        Bot = new BotProcess(BotSettings.For(Platform.Channel, lineAddress, new Uri($"http://127.0.0.1:{FreePort.Find()}"), _folder));
        Platform.Webhooks.Url = Bot.WebhookUrl;
        foreach (var (name, language) in People)
            Platform.AddPhone(name, language);
    }

    public Uri LineAddress { get; }

    public TurnableClock Clock { get; } = new();

    public LinePlatform Platform { get; }

    public BotProcess Bot { get; }

    private static IReadOnlyList<(string Name, string Language)> People => [("親", "ja"), ("子", "ja"), ("友だち", "ja"), ("はじめての人", "ja")];

    /// <summary>Publishes the menus, starts the service and lets everybody but the newcomer add the account.</summary>
    public async Task StartAsync(ILoggerFactory loggers)
    {
        await Task.WhenAll(PublishMenusAsync(loggers), Bot.StartAsync());
        foreach (var phone in Platform.Phones.SkipLast(1))
            await phone.FollowAsync();
    }

    /// <summary>Empty talks, a fresh store, nobody linked.</summary>
    public async Task BeginAnewAsync(ILoggerFactory loggers)
    {
        await Bot.StopAsync();
        foreach (var file in Directory.GetFiles(_folder))
            File.Delete(file);
        Platform.ForgetTalks();
        await StartAsync(loggers);
    }

    /// <summary>
    /// Brings the phones into the four link states, by the ways that a customer goes: 親 both links, 子 the user link,
    /// 友だち the contractor link, はじめての人 none.
    /// </summary>
    /// <exception cref="JourneyException">The service led elsewhere.</exception>
    public async Task LinkEverybodyAsync()
    {
        var (parent, child, friend) = (Platform.Phones[0], Platform.Phones[1], Platform.Phones[2]);
        using var parentsBrowser = new WebVisitor(Platform, parent);
        using var friendsBrowser = new WebVisitor(Platform, friend);
        using var parents = new Journey(parent, parentsBrowser);
        using var friends = new Journey(friend, friendsBrowser);
        await parents.LinkContractAsync("oya@example.jp", "demo-password-1");
        await parents.LinkSubscriptionAsync(await parents.ReadUserCodeAsync("080-0000-0001"));
        await LinkSubscriptionAsync(child, await parents.ReadUserCodeAsync("080-0000-0002"));
        await friends.LinkContractAsync("tomo@example.jp", "demo-password-2");
    }

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await Platform.DisposeAsync();
        _http.Dispose();
        Clock.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task LinkSubscriptionAsync(LinePhone phone, string userCode)
    {
        using var browser = new WebVisitor(Platform, phone);
        using var journey = new Journey(phone, browser);
        await journey.LinkSubscriptionAsync(userCode);
    }

    private async Task PublishMenusAsync(ILoggerFactory loggers)
    {
        var line = new LineMessagingClient(
            _http, new LineClientOptions { ApiBaseUrl = LineAddress, DataApiBaseUrl = LineAddress }, ChannelTokenSource.Fixed(Platform.Channel.AccessToken));
        var published = await new MenuPublisher(line, loggers.CreateLogger<MenuPublisher>()).PublishAsync(MenuFolder.Load(MenuFolder.Shipped), CancellationToken.None);
        if (published.Failure is not null)
            throw new InvalidOperationException($"The rich menus could not be published: {published.Failure.Message}", published.Failure);
    }
}
