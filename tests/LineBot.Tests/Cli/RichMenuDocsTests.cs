using System.Text.RegularExpressions;
using LineBot.Tests.Drivers;
using LineBot.Tests.RichMenu.Publishing;
using LineBot.Tests.Storage;

namespace LineBot.Tests.Cli;

/// <summary>What docs/cli.md shows of a run is what a run shows, but for ids, hashes and figures.</summary>
public sealed partial class RichMenuDocsTests : IAsyncLifetime
{
    private readonly TempDatabase _store = new();
    private MenuChannel _channel = null!;

    [Fact]
    public async Task Shows_a_plan()
    {
        await CustomersAsync();
        await RunAsync("apply");
        _channel.Edit("user.json", "メニュー", "めにゅー");
        _channel.Redraw("none");

        await ShouldBeShownAsync("plan");
    }

    [Fact]
    public async Task Shows_where_LINEs_limit_stops_it()
    {
        for (var made = 0; made < 99; made++)
            await _channel.AddForeignAsync();

        await ShouldBeShownAsync("apply", "--no-wait");
    }

    [Fact]
    public async Task Shows_the_way_back()
    {
        await CustomersAsync();
        await RunAsync("apply");
        _channel.Edit("none.json", "メニュー", "めにゅー");
        await RunAsync("apply");

        await ShouldBeShownAsync("rollback");
    }

    [Fact]
    public async Task Shows_where_the_channel_differs()
    {
        await RunAsync("apply");
        _channel.Edit("both.json", "メニュー", "めにゅー");
        await RunAsync("apply");
        _channel.Edit("user.json", "メニュー", "めにゅー");

        await ShouldBeShownAsync("status");
    }

    [Fact]
    public async Task Shows_that_all_is_well() => await ShouldBeShownAsync("check");

    public async Task InitializeAsync() => _channel = await MenuChannel.StartAsync();

    public async Task DisposeAsync()
    {
        await _channel.DisposeAsync();
        await _store.DisposeAsync();
    }

    private async Task CustomersAsync()
    {
        var friends = Enumerable.Range(0, 3).Select(number => _channel.Platform.AddFriend($"{number}").UserId).ToList();
        await _store.WriteAsync(tx => friends.ForEach(user => tx.Execute("INSERT INTO line_accounts (line_user_id, created_at) VALUES (@user, 0)", new { user })));
    }

    private Task<CliRun> RunAsync(string verb, params string[] options)
    {
        var settings = _channel.Settings;
        foreach (var (key, value) in _store.Store.Settings)
            settings[key] = value;
        return CliRun.OfAsync(settings, new HurriedClock(_channel.Clock),
            ["rich-menu", verb, .. verb == "rollback" ? (string[])[] : ["--folder", _channel.Folder], .. options]);
    }

    private async Task ShouldBeShownAsync(string verb, params string[] options)
    {
        var command = string.Join(' ', ["linebot rich-menu", verb, .. options]);
        var docs = File.ReadAllText(Path.Combine(Repository.Root, "docs", "cli.md")).ReplaceLineEndings("\n");
        var section = docs.Split($"## linebot rich-menu {verb}\n")[1].Split("\n## ")[0];
        section.ShouldContain($"```\n$ {command}\n");
        var shown = section.Split($"```\n$ {command}\n")[1].Split("```")[0];

        var run = await RunAsync(verb, options);

        Masked(run.Output + run.Error).ShouldBe(Masked(shown));
    }

    private static string Masked(string text) => Spaces().Replace(Changing().Replace(text, "…"), " ");

    [GeneratedRegex("(?<=@)[0-9a-f]{8}-[0-9a-f]{8}|(?<=richmenu-)[0-9a-f]{32}|(?<=--plan )[0-9a-f]{8}|(?<=Request-Id: )[0-9a-f-]{36}|[0-9,]+(?= bytes| customers)")]
    private static partial Regex Changing();

    [GeneratedRegex("[ ─]+")]
    private static partial Regex Spaces();
}
