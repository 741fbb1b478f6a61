using LineBot.Tests.RichMenu;

namespace LineBot.Tests.Cli;

public sealed class RichMenuCommandTests
{
    [Fact]
    public async Task Publishes_then_finds_nothing_to_do_then_sees_a_difference()
    {
        await using var channel = await MenuChannel.StartAsync();

        var empty = await RunAsync(channel, "status", "--json");
        var first = await RunAsync(channel, "apply", "--json");
        var current = await RunAsync(channel, "status", "--json");
        var second = await RunAsync(channel, "apply", "--json");
        channel.Edit("user.json", "メニュー", "めにゅー");
        var changed = await RunAsync(channel, "status", "--json");

        (empty.ExitCode, States(empty)).ShouldBe((1, "missing"));
        (first.ExitCode, first.Error).ShouldBe((0, ""));
        (current.ExitCode, States(current)).ShouldBe((0, "current"));
        second.Json.EnumerateArray().Select(step => step.GetProperty("action").GetString()).Distinct().ShouldBe(["unchanged"]);
        (changed.ExitCode, States(changed)).ShouldBe((1, "current, old, outdated"));
    }

    [Fact]
    public async Task Publishes_nothing_from_a_folder_with_faults()
    {
        await using var channel = await MenuChannel.StartAsync();
        channel.Edit("both.json", "\"x\": 1667, \"y\": 843, \"width\": 833", "\"x\": 1667, \"y\": 843, \"width\": 832");

        var run = await RunAsync(channel, "apply");

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("both.json areas");
        run.Error.ShouldContain("linebot rich-menu check");
        channel.Platform.Record.Calls.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("none.json", "\"areas\"", "areas", "none.json:6:3")]
    [InlineData("none.json", "\"areas\"", "\"aeras\"", "none.json")]
    public async Task Names_the_place_that_was_broken_by_hand(string file, string old, string replacement, string place)
    {
        await using var channel = await MenuChannel.StartAsync();
        channel.Edit(file, old, replacement);

        var run = await RunAsync(channel, "check");

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain($"where: {place}");
    }

    [Fact]
    public async Task Says_what_is_wrong_with_the_channel()
    {
        await using var channel = await MenuChannel.StartAsync();
        var settings = SettingsOf(channel);
        string[] status = ["rich-menu", "status", "--folder", channel.Folder];

        var wrongToken = await CliRun.OfAsync(new Dictionary<string, string>(settings) { ["Line:ChannelAccessToken"] = "wrong" }, status);
        var noToken = await CliRun.OfAsync(new Dictionary<string, string>(settings) { ["Line:ChannelAccessToken"] = "" }, status);
        var noAddress = await CliRun.OfAsync(new Dictionary<string, string>(settings) { ["Line:ApiBaseUrl"] = "line" }, status);
        var noHost = await CliRun.OfAsync(new Dictionary<string, string>(settings) { ["Line:ApiBaseUrl"] = "http://127.0.0.1:9" }, status);

        wrongToken.Error.ShouldContain("401");
        wrongToken.Error.ShouldContain("Check Line:ChannelAccessToken");
        noToken.Error.ShouldContain("Line:ChannelId is missing");
        noAddress.Error.ShouldContain("Line:ApiBaseUrl is no URL");
        noHost.Error.ShouldContain("LINE cannot be reached");
        new[] { wrongToken, noToken, noAddress, noHost }.ShouldAllBe(run => run.ExitCode == 1 && run.Error.Contains("next: "));
    }

    [Fact]
    public async Task Takes_a_channel_id_and_secret_in_place_of_a_token()
    {
        await using var channel = await MenuChannel.StartAsync();
        var settings = SettingsOf(channel);
        settings["Line:ChannelAccessToken"] = "";
        settings["Line:ChannelId"] = channel.Platform.Channel.Id;
        settings["Line:ChannelSecret"] = channel.Platform.Channel.Secret;

        var run = await CliRun.OfAsync(settings, "rich-menu", "status", "--folder", channel.Folder, "--json");

        States(run).ShouldBe("missing");
    }

    private static Task<CliRun> RunAsync(MenuChannel channel, string verb, params string[] options) =>
        CliRun.OfAsync(SettingsOf(channel), ["rich-menu", verb, "--folder", channel.Folder, .. options]);

    private static Dictionary<string, string> SettingsOf(MenuChannel channel) => new()
    {
        ["Line:ChannelAccessToken"] = channel.Platform.Channel.AccessToken,
        ["Line:ApiBaseUrl"] = channel.Address.ToString(),
        ["Line:DataApiBaseUrl"] = channel.Address.ToString(),
    };

    private static string States(CliRun status) =>
        string.Join(", ", status.Json.EnumerateArray().Select(row => row.GetProperty("state").GetString()).Distinct().Order());
}
