using System.Globalization;
using System.Text;
using Dapper;
using Line.Messaging;
using LineBot.RichMenu;
using LineBot.RichMenu.Publishing;
using LineBot.Simulator.Bot;
using LineBot.Simulator.Clock;
using LineBot.Simulator.Platform;
using LineBot.Tests.Simulator.Conformity;
using LineBot.Tests.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace LineBot.Tests.Drivers;

/// <summary>
/// The real service and a LINE Platform, both over HTTP in this process: what is done on a phone goes the whole way.
/// At its end it fails the test that logged a warning, was refused a call by LINE or called anybody else, unless that was announced.
/// </summary>
public sealed class LineTalk : IAsyncDisposable
{
    /// <summary>A Monday at noon in Japan: inquiries are staffed, no month is ending.</summary>
    public static readonly DateTimeOffset Noon = new(2026, 11, 16, 12, 0, 0, TimeSpan.FromHours(9));

    private readonly PlatformServer _server;
    private readonly List<WebApplication> _services;
    private readonly Relay? _balancer;
    private readonly string _folder;
    private readonly TestStore _store;
    private readonly OutgoingHttp _outgoing;
    private readonly FirstFailure _failure;
    private readonly Dictionary<string, PhoneDriver> _phones = [];
    private readonly List<Func<ApiCall, bool>> _refusalsExpected = [];

    private LineTalk(
        PlatformServer server, List<WebApplication> services, Relay? balancer, ServiceLog log, TurnableClock clock, string folder, TestStore store,
        OutgoingHttp outgoing, FirstFailure failure)
    {
        (_server, _services, _balancer, Log, Clock, _folder, _store, _outgoing, _failure) = (server, services, balancer, log, clock, folder, store, outgoing, failure);
        Address = balancer?.Address ?? AddressOf(0);
    }

    /// <summary>Where the service answers.</summary>
    public Uri Address { get; }

    /// <summary>Where LINE answers.</summary>
    public Uri LineAddress => _server.Address;

    public LinePlatform Platform => _server.Platform;

    /// <summary>The clock of service and platform. It runs on from <see cref="Noon"/> unless told otherwise.</summary>
    public TurnableClock Clock { get; }

    public ServiceLog Log { get; }

    /// <summary>The service's own parts, for what cannot be seen from outside.</summary>
    public IServiceProvider Services => ServicesOf(0);

    public TestStore Store => _store;

    public static Task<LineTalk> StartAsync(LineTalkOptions? options = null)
    {
        // Before the first await, so that it is known to the caller's flow: a failed assertion there is remembered here.
        var failure = FirstFailure.Watch();
        return StartAsync(options ?? new LineTalkOptions(), failure);
    }

    /// <summary>Those of one of several services.</summary>
    public IServiceProvider ServicesOf(int node) => _services[node].Services;

    /// <summary>Where one of several services answers, past the load balancer.</summary>
    public Uri AddressOf(int node) => new(_services[node].Urls.First());

    /// <summary>Has the load balancer ask these nodes in turn from now on, for webhooks and pages alike.</summary>
    public void TurnTo(params int[] nodes) => _balancer!.Only([.. nodes.Select(AddressOf)]);

    /// <summary>The phone of a LINE user by that name, at first a friend of the account that has no links.</summary>
    public PhoneDriver Phone(string name, string? language = "ja") => PhoneOf(name, () => Platform.AddFriend(name, language));

    /// <summary>The phone of somebody who has not added the account yet.</summary>
    public PhoneDriver Stranger(string name, string? language = "ja") => PhoneOf(name, () => Platform.AddPhone(name, language));

    /// <summary>Publishes the project's rich menus to the channel as an operator does, so that each customer's can be switched.</summary>
    public async Task PublishMenusAsync()
    {
        // It asks for what may not be there yet.
        ExpectRefusal(call => call is { Method: "GET", Status: 404 } && call.Path.Contains("richmenu", StringComparison.Ordinal));
        using var http = new HttpClient();
        var client = new LineMessagingClient(
            http, new LineClientOptions { ApiBaseUrl = LineAddress, DataApiBaseUrl = LineAddress }, ChannelTokenSource.Fixed(Platform.Channel.AccessToken));
        await new MenuPublisher(client, Clock, NullLogger<MenuPublisher>.Instance).PublishAsync(MenuFolder.Load(MenuFolder.Shipped), CancellationToken.None);
    }

    /// <summary>Lets LINE refuse the calls that <paramref name="these"/> picks out.</summary>
    public void ExpectRefusal(Func<ApiCall, bool> these) => _refusalsExpected.Add(these);

    /// <summary>Waits until every stored event is processed and every answer is sent, or set aside.</summary>
    public Task SettledAsync() => EventuallyAsync(() => IsSettled, "every event to be processed and every answer sent");

    /// <summary>One number from the service's store.</summary>
    public long Count(string sql) => _store.Count(sql);

    /// <summary>The bytes of one column of the service's store, read as text.</summary>
    public IReadOnlyList<string> Texts(string sql)
    {
        using var connection = _store.Open();
        return [.. connection.Query<byte[]>(sql).Select(Encoding.UTF8.GetString)];
    }

    /// <summary>Waits, in real time and not for long, until <paramref name="isSo"/>.</summary>
    public Task EventuallyAsync(Func<bool> isSo, string what) => Eventually.IsSoAsync(isSo, what, Failed);

    public async ValueTask DisposeAsync()
    {
        await CalmAsync();
        foreach (var service in _services)
        {
            await service.StopAsync();
            await service.DisposeAsync();
        }
        if (_balancer is not null)
            await _balancer.DisposeAsync();
        await _server.DisposeAsync();
        foreach (var phone in _phones.Values)
            phone.Dispose();
        _outgoing.Dispose();
        Clock.Dispose();
        _store.Dispose();
        Directory.Delete(_folder, recursive: true);
        _failure.Dispose();
        if (Complaints() is { Count: > 0 } complaints)
            throw Failed(string.Join('\n', [.. complaints, .. _failure.Message is { } first ? (string[])["", "The test had failed before that:", first] : []]));
    }

    /// <summary>
    /// A test ends when it has seen its answer, which may be before the service has noted that it was sent.
    /// What a test leaves unsent on purpose is not waited for.
    /// </summary>
    private async Task CalmAsync()
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!IsSettled && TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(2))
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
    }

    internal Exception Failed(string what)
    {
        var story = new StringBuilder(what).AppendLine().AppendLine();
        foreach (var phone in _phones.Values)
            story.AppendLine(CultureInfo.InvariantCulture, $"── {phone.Name}'s talk").AppendLine(phone.Transcript());
        story.AppendLine("── the wire").AppendLine(WireText.Of(Platform.Record)).AppendLine("── the log").Append(Log);
        return new Xunit.Sdk.XunitException(story.ToString());
    }

    private static async Task<LineTalk> StartAsync(LineTalkOptions options, FirstFailure failure)
    {
        var clock = new TurnableClock(options.StartsAt, options.ClockRuns);
        var server = await PlatformServer.StartAsync(clock);
        // The two-second limit is the platform's own business; a busy build machine must not turn it into a lost event.
        server.Platform.Webhooks.Timeout = TimeSpan.FromSeconds(30);
        var folder = Directory.CreateTempSubdirectory("linebot-test-").FullName;
        var log = new ServiceLog();
        var store = FilledStore.Place(Path.Combine(folder, "linebot.db"), options, clock);
        options.PrepareStore?.Invoke(store);
        var balancer = options.Nodes > 1 ? await Relay.StartAsync(TimeSpan.FromSeconds(60)) : null;
        var services = new List<WebApplication>();
        for (var node = 0; node < options.Nodes; node++)
        {
            var number = node;
            var service = LineBotService.Create(Arguments(options, server, store, folder, balancer?.Address), builder =>
            {
                builder.Services.AddSingleton<TimeProvider>(clock);
                builder.Logging.ClearProviders().AddProvider(log);
                options.Configure?.Invoke(builder);
                options.ConfigureNode?.Invoke(number, builder);
            });
            await service.StartAsync();
            services.Add(service);
        }
        var line = new LineTalk(server, services, balancer, log, clock, folder, store, OutgoingHttp.Watch(), failure);
        if (balancer is not null)
            line.TurnTo(0);
        FilledStore.Keep(store, options);
        server.Platform.Webhooks.Url = new Uri(line.Address, "/webhook");
        return line;
    }

    private static string[] Arguments(LineTalkOptions options, PlatformServer server, TestStore store, string folder, Uri? balancer)
    {
        var settings = new Dictionary<string, string>(
            BotSettings.For(server.Platform.Channel, server.Address, new Uri($"http://127.0.0.1:{FreePort.Find()}"), folder));
        settings["environment"] = "Development";
        if (balancer is not null)
            settings["PublicBaseUrl"] = balancer.GetLeftPart(UriPartial.Authority);
        foreach (var (key, value) in store.Settings.Concat(options.Settings))
            settings[key] = value;
        return [.. settings.Select(setting => $"--{setting.Key}={setting.Value}")];
    }

    private PhoneDriver PhoneOf(string name, Func<LinePhone> add)
    {
        lock (_phones)
            return _phones.TryGetValue(name, out var phone) ? phone : _phones[name] = new PhoneDriver(this, add());
    }

    private bool IsSettled =>
        Count("SELECT (SELECT COUNT(*) FROM inbox WHERE status = 0) + (SELECT COUNT(*) FROM outbox WHERE status = 0)") == 0;

    private List<string> Complaints() =>
    [
        .. Log.Unexpected.Select(entry => $"The service logged: {entry}"),
        .. Log.Entries.Select(entry => (Entry: entry, Kind: PersonalData.FoundIn(entry.ToString()))).Where(found => found.Kind is not null)
            .Select(found => $"The service logged {found.Kind}: {found.Entry}"),
        .. Platform.Record.Calls.Where(call => call is { Refusal: not null, Status: not 409 } && !_refusalsExpected.Exists(these => these(call)))
            .Select(call => $"LINE refused {call.Method} {call.Path}: {call.Status} {call.Refusal}\n  {call.Body}"),
        .. LineOpenApi.FaultsOf(Platform.Record),
        .. _outgoing.Seen.Select(host => $"Something called {host}, which is not on this machine."),
    ];
}
