using Line.Messaging;
using LineBot.RichMenu;
using LineBot.RichMenu.Publishing;
using LineBot.Simulator.Clock;
using LineBot.Simulator.Platform;
using LineBot.Tests.Drivers;
using Microsoft.Extensions.Logging.Abstractions;

namespace LineBot.Tests.RichMenu.Publishing;

/// <summary>A LINE channel of one test, and a folder of menus that the test may change.</summary>
public sealed class MenuChannel : IAsyncDisposable
{
    private readonly PlatformServer _server;
    private readonly HttpClient _http;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("linebot-menus-");

    private MenuChannel(PlatformServer server, TurnableClock clock)
    {
        _server = server;
        Clock = clock;
        _http = new HttpClient(Wire);
        Line = new LineMessagingClient(
            _http, new LineClientOptions { ApiBaseUrl = server.Address, DataApiBaseUrl = server.Address }, ChannelTokenSource.Fixed(server.Platform.Channel.AccessToken));
        TestMenus.Place(_folder.FullName);
    }

    public LinePlatform Platform => _server.Platform;

    /// <summary>LINE's.</summary>
    public TurnableClock Clock { get; }

    public Uri Address => _server.Address;

    /// <summary>What <see cref="Line"/> goes over.</summary>
    public Wire Wire { get; } = new();

    public LineMessagingClient Line { get; }

    /// <summary>A copy of the menus' folder.</summary>
    public string Folder => _folder.FullName;

    public Dictionary<string, string> Settings => new()
    {
        ["Line:ChannelAccessToken"] = Platform.Channel.AccessToken,
        ["Line:ApiBaseUrl"] = Address.ToString(),
        ["Line:DataApiBaseUrl"] = Address.ToString(),
        ["Storage:ConnectionString"] = $"Data Source={Path.Combine(Folder, "no.db")}",
    };

    /// <param name="runs">Whether LINE's clock goes on by itself.</param>
    public static async Task<MenuChannel> StartAsync(bool runs = true)
    {
        var clock = new TurnableClock(LineTalk.Noon, runs);
        return new MenuChannel(await PlatformServer.StartAsync(clock), clock);
    }

    public async Task<MenuPlan> PlanAsync() => MenuPlanner.ToFolder(MenuFolder.Load(Folder), await LookAsync());

    public Task<ChannelMenus> LookAsync() => ChannelMenus.ReadAsync(Line, CancellationToken.None);

    /// <summary>Does what there is to do, and returns what was done.</summary>
    public async Task<IReadOnlyList<MenuStep>> PublishAsync(PublishingWays? ways = null)
    {
        var customers = ways?.Customers is null ? null : await ways.Customers.CountAsync(CancellationToken.None);
        return await DoAsync(MenuPlanner.ToFolder(MenuFolder.Load(Folder), await LookAsync(), customers), ways);
    }

    public async Task<IReadOnlyList<MenuStep>> GoBackAsync() => await DoAsync(MenuPlanner.Back(await LookAsync()).ShouldNotBeNull());

    public async Task<IReadOnlyList<MenuStep>> DoAsync(MenuPlan plan, PublishingWays? ways = null)
    {
        await new MenuPublisher(Line, new HurriedClock(Clock), NullLogger<MenuPublisher>.Instance).DoAsync(plan, ways ?? new PublishingWays { LongestWait = TimeSpan.FromHours(1) }, CancellationToken.None);
        return plan.Steps;
    }

    /// <summary>The name of the menu that an alias points at; null where there is none.</summary>
    public async Task<string?> NameBehindAsync(string alias) =>
        await Line.GetRichMenuAliasAsync(alias) is { } found ? (await Line.GetRichMenuAsync(found.RichMenuId))?.Menu.Name : null;

    public async Task<string> IdBehindAsync(string alias) => (await Line.GetRichMenuAliasAsync(alias)).ShouldNotBeNull().RichMenuId;

    /// <summary>A friend who has the menu of that alias of their own.</summary>
    public async Task<LinePhone> FriendWithAsync(string alias)
    {
        var friend = Platform.AddFriend(alias);
        await Line.LinkRichMenuAsync(friend.UserId, await IdBehindAsync(alias));
        return friend;
    }

    /// <summary>A menu that somebody made by hand.</summary>
    public Task<string> AddForeignAsync(string name = "linebot-none-ja, copied by hand") => Line.CreateRichMenuAsync(new Line.Messaging.RichMenu(
        new RichMenuSize(1200, 800), true, name, "Menu", [new RichMenuArea(new RichMenuBounds(0, 0, 1200, 800), new MessageAction(null, "hello"))]));

    /// <summary>All that customers and operators can see, without LINE's ids, to compare two channels by.</summary>
    public async Task<string> AsSeenAsync()
    {
        var channel = await LookAsync();
        var names = channel.All.ToDictionary(stored => stored.RichMenuId, stored => stored.Menu.Name);
        return string.Join('\n',
        [
            $"default → {names.GetValueOrDefault(channel.DefaultId ?? "")}",
            .. channel.Aliases.Select(alias => $"{alias.Key} → {names.GetValueOrDefault(alias.Value)}").Order(),
            .. names.Values.Order(),
            .. Platform.Phones.Select(phone => $"{phone.DisplayName} sees {phone.RichMenu?.Name}").Order(),
        ]);
    }

    /// <summary>Writes something else into one menu's definition.</summary>
    public void Edit(string file, string old, string replacement)
    {
        var path = Path.Combine(Folder, file);
        var text = File.ReadAllText(path);
        text.ShouldContain(old);
        File.WriteAllText(path, text.Replace(old, replacement, StringComparison.Ordinal));
    }

    /// <summary>Makes another picture of it, which looks the same.</summary>
    public void Redraw(string menu)
    {
        var path = Path.Combine(Folder, $"{menu}.png");
        File.WriteAllBytes(path, [.. File.ReadAllBytes(path), 0]);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
        Clock.Dispose();
        _folder.Delete(recursive: true);
    }
}
