using LineBot.Accounts;
using LineBot.Cli;
using LineBot.Console.Staff;
using LineBot.Simulator.Bot;
using LineBot.Simulator.Platform;
using LineBot.Storage;
using LineBot.Tests.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace LineBot.Tests.Cli;

public sealed class SetupCommandTests : IAsyncLifetime
{
    private const string OtherSecret = "0123456789abcdef0123456789abcdef";

    private readonly TempFolder _folder = new();
    private PlatformServer _line = null!;

    [Fact]
    public async Task Brings_a_new_channel_to_work_by_questions_alone()
    {
        var channel = _line.Platform.Channel;
        var address = $"http://127.0.0.1:{FreePort.Find()}";
        WebApplication? service = null;
        using var answers = new Answers(
            "channel", channel.Id, "too-short", OtherSecret, "", // a wrong secret is LINE's to find
            "y", "", channel.Secret, "",
            "bot.example.jp", address + "/", "", _folder.Path, Store,
            "A", "Sato", "y", "y",
            () => service = Start(address));

        var run = await RunAsync(answers);

        await service!.StopAsync();
        await service.DisposeAsync();
        run.ExitCode.ShouldBe(0, run.Error + run.Output);
        run.Error.ShouldContain("It is a number.");
        run.Error.ShouldContain("It has 32 characters");
        run.Error.ShouldContain("Check Line:ChannelId and Line:ChannelSecret.");
        run.Error.ShouldContain("Write an https address");
        run.Error.ShouldContain("That is a folder");
        run.Error.ShouldContain("A name has 2 to 32");
        run.Error.ShouldContain($"{address}/webhook answered LINE's test call with 200");
        run.Output.ShouldContain("token and secret are of channel");
        run.Output.ShouldContain("0 wrong, 0 unknown");
        (run.Error + run.Output).ShouldNotContain(channel.Secret);
        _line.Platform.Webhooks.Url.ShouldBe(new Uri(address + "/webhook"));
        Passwords.MatchHash(
            await _folder.ReadAsync(new StoreFile(Store), tx => new OperatorStore().PasswordHashOf(tx, "sato")),
            run.Error.Split("The password of sato: ")[1].Split(' ')[0]).ShouldBeTrue();
        EnvFile.Read(SettingsFile)["Line:ChannelSecret"].ShouldBe(channel.Secret);
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(SettingsFile).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task Says_what_is_left_to_do_where_the_service_does_not_run()
    {
        var channel = _line.Platform.Channel;
        using var answers = new Answers(
            channel.Id, channel.Secret, channel.AccessToken, $"https://127.0.0.1:{FreePort.Find()}", "10.0.0.7", "サクラモバイル", Store, "", "n", "y", "", "n");

        var run = await RunAsync(answers);

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("COULD_NOT_CONNECT");
        run.Output.ShouldContain("Menus that are not published");
        (run.Error + run.Output).ShouldNotContain(channel.AccessToken);
        var written = EnvFile.Read(SettingsFile);
        (written["Line:ChannelAccessToken"], written["Web:TrustedProxies:0"], written["Web:ServiceName"]).ShouldBe((channel.AccessToken, "10.0.0.7", "サクラモバイル"));
        (await _folder.ReadAsync(new StoreFile(Store), tx => new OperatorStore().Find(tx, "operator"))).ShouldNotBeNull().Role.ShouldBe(OperatorRole.Admin);
    }

    [Fact]
    public async Task Changes_a_file_that_is_there_only_when_told_and_leaves_its_other_lines()
    {
        var channel = _line.Platform.Channel;
        const string before = "# mine\nUsage__ApiKeys__0=sha256:abc\nLine__ChannelId=1\n";
        await File.WriteAllTextAsync(SettingsFile, before);

        using var no = new Answers("");
        var declined = await RunAsync(no);
        var kept = await File.ReadAllTextAsync(SettingsFile);
        using var yes = new Answers("y", channel.Id, channel.Secret, "", $"http://127.0.0.1:{FreePort.Find()}", "", Store, "", "n", "n");
        await RunAsync(yes);

        declined.ExitCode.ShouldBe(1);
        declined.Error.ShouldContain("Nothing was changed");
        kept.ShouldBe(before);
        (await File.ReadAllTextAsync(SettingsFile)).ShouldStartWith($"# mine\nUsage__ApiKeys__0=sha256:abc\nLine__ChannelId={channel.Id}\n");
        _line.Platform.Webhooks.Url.ShouldBeNull("that was declined, too");
    }

    [Fact]
    public async Task Writes_nothing_before_the_channel_is_right()
    {
        using var ended = new Answers("2000000009");
        var half = await RunAsync(ended);
        using var wrong = new Answers("2000000009", OtherSecret, "", "n");
        var given = await RunAsync(wrong);
        using var noAnswers = new Answers();
        var otherName = await CliRun.OfAsync(Settings, TimeProvider.System, noAnswers, "setup", "--file", _folder.File("settings.json"));

        half.Error.ShouldContain("The answers ended before the questions did");
        given.Error.ShouldContain("Nothing was written");
        otherName.Error.ShouldContain("has to end in .env");
        new[] { half, given, otherName }.ShouldAllBe(run => run.ExitCode == 1 && run.Error.Contains("next: "));
        _folder.Names.ShouldBeEmpty();
    }

    [Fact]
    public async Task Asks_in_Japanese()
    {
        using var ended = new Answers();

        var run = await CliRun.OfAsync(Settings, TimeProvider.System, ended, "setup", "--file", SettingsFile, "--lang", "ja");

        run.Error.ShouldContain("チャネルID (チャネル基本設定): ");
        run.Error.ShouldContain("答えが途中で終わりました。");
    }

    public async Task InitializeAsync() => _line = await PlatformServer.StartAsync(TimeProvider.System);

    public async Task DisposeAsync()
    {
        await _line.DisposeAsync();
        _folder.Dispose();
    }

    private string SettingsFile => _folder.File("linebot.env");

    private string Store => _folder.File("store.db");

    private Dictionary<string, string> Settings => new()
    {
        ["Line:ApiBaseUrl"] = _line.Address.ToString(), ["Line:DataApiBaseUrl"] = _line.Address.ToString(), ["Line:AccessBaseUrl"] = _line.Address.ToString(),
    };

    private Task<CliRun> RunAsync(TextReader answers) => CliRun.OfAsync(Settings, TimeProvider.System, answers, "setup", "--file", SettingsFile);

    /// <summary>A service that is told what the file says, as systemd would.</summary>
    private WebApplication Start(string address)
    {
        var settings = EnvFile.Read(SettingsFile).Select(setting => $"--{setting.Key}={setting.Value}");
        var service = LineBotService.Create([.. settings, $"--Urls={address}", "--environment=Development"], builder => builder.Logging.ClearProviders());
        service.StartAsync().GetAwaiter().GetResult();
        return service;
    }

    /// <summary>A line for each question; what is to happen meanwhile happens where its line is read.</summary>
    private sealed class Answers(params object[] lines) : TextReader
    {
        private readonly Queue<object> _lines = new(lines);

        public override string? ReadLine()
        {
            if (!_lines.TryDequeue(out var line))
                return null;
            if (line is not Delegate meanwhile)
                return (string)line;
            meanwhile.DynamicInvoke();
            return "";
        }
    }
}
