using System.Diagnostics;
using LineBot.Tests.Cli;
using LineBot.Tests.Cli.Doctor;
using LineBot.Tests.Drivers;
using LineBot.Tests.Storage;

namespace LineBot.Tests.Operations;

/// <summary>The service as a process, with settings that it cannot start with.</summary>
public sealed class StartFaultTests
{
    [Theory]
    [InlineData("Line:ChannelSecret", "", "Line:ChannelSecret is empty.")]
    [InlineData("PublicBaseUrl", "bot.example.jp", "PublicBaseUrl is 'bot.example.jp'.")]
    [InlineData("Storage:Provider", "Oracle", "Storage:Provider is 'Oracle'.")]
    [InlineData("Storage:ConnectionString", "Nonsense=1", "Storage:ConnectionString cannot be read.")]
    [InlineData("Storage:ConnectionString", "Data Source=/proc/nowhere/linebot.db", "")]
    public async Task Is_told_in_a_sentence_and_nothing_is_begun(string key, string value, string told)
    {
        using var folder = new TempFolder();
        var settings = new Dictionary<string, string>
        {
            ["Urls"] = "http://127.0.0.1:0", ["PublicBaseUrl"] = "https://bot.example.jp", ["Line:ChannelSecret"] = "0123456789abcdef0123456789abcdef",
            ["Line:ChannelAccessToken"] = "token", ["Storage:Provider"] = "Sqlite", ["Storage:ConnectionString"] = $"Data Source={folder.File("linebot.db")}",
            [key] = value,
        };

        var (code, error) = await RunAsync(settings);

        code.ShouldBe(1);
        error.ShouldStartWith("The service did not start.\n");
        error.ShouldContain(told);
        error.ShouldNotContain("   at ");
        error.ShouldNotContain("0123456789abcdef");
        Directory.EnumerateFileSystemEntries(folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task Several_are_told_at_once_and_by_the_doctor_as_well()
    {
        await using var line = await LineTalk.StartAsync();
        line.ExpectRefusal(call => call is { Method: "GET", Status: 404, Path: "/v2/bot/user/all/richmenu" });
        var settings = new Dictionary<string, string>(DoctorRun.SettingsOf(line)) { ["Line:ChannelSecret"] = "", ["Webhook:RecordTextsSharedBy"] = "0" };

        var (code, error) = await RunAsync(settings);
        var doctor = await CliRun.OfAsync(settings, line.Clock, "doctor");

        code.ShouldBe(1);
        foreach (var told in (string[])["Line:ChannelSecret is empty.", "Webhook:RecordTextsSharedBy must be at least 1."])
        {
            error.ShouldContain(told);
            doctor.Output.ShouldContain(told);
        }
        error.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Are_told_in_the_readers_language_at_the_start_and_by_the_doctor()
    {
        await using var line = await LineTalk.StartAsync();
        line.ExpectRefusal(call => call is { Method: "GET", Status: 404, Path: "/v2/bot/user/all/richmenu" });
        var settings = new Dictionary<string, string>(DoctorRun.SettingsOf(line))
        {
            ["Line:ChannelSecret"] = "", ["Webhook:RecordTextsSharedBy"] = "0", ["DataPolicy:PresentMonths"] = "13", ["Usage:MaxRows"] = "0",
        };

        var (_, error) = await RunAsync(settings, "ja_JP.UTF-8");
        var doctor = await CliRun.OfAsync(settings, line.Clock, "doctor", "--lang", "ja");

        error.ShouldStartWith("サービスを起動できませんでした。\n");
        foreach (var told in (string[])["Line:ChannelSecret が空です。", "Webhook:RecordTextsSharedBy は 1 以上に", "DataPolicy:PresentMonths が '13' です。1 から 12 まで", "Usage:MaxRows が '0' です。"])
        {
            error.ShouldContain(told);
            doctor.Output.ShouldContain(told);
        }
    }

    [Theory]
    [InlineData("Provider", "Oracle", "Storage:Provider が 'Oracle' です。")]
    [InlineData("ConnectionString", "Nonsense=1", "Storage:ConnectionString を読み取れません。")]
    [InlineData("ConnectionString", "Data Source=:memory:", "Storage:ConnectionString がメモリ上のデータベースです。")]
    public async Task Are_told_in_the_readers_language_of_the_store_as_well(string key, string value, string told)
    {
        await using var line = await LineTalk.StartAsync();
        var settings = new Dictionary<string, string>(DoctorRun.SettingsOf(line)) { ["Storage:Provider"] = "Sqlite", [$"Storage:{key}"] = value };

        var (code, error) = await RunAsync(settings, "ja_JP.UTF-8");

        code.ShouldBe(1);
        error.ShouldContain(told);
    }

    private static async Task<(int Code, string Error)> RunAsync(Dictionary<string, string> settings, string language = "C")
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [Path.Combine(AppContext.BaseDirectory, "LineBot.dll")]) 
        {
            RedirectStandardError = true, RedirectStandardOutput = true, StandardErrorEncoding = System.Text.Encoding.UTF8,
        };
        start.Environment["LC_ALL"] = language;
        foreach (var (key, value) in settings)
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync().WaitAsync(Eventually.Patience);
        await Task.WhenAll(output, process.WaitForExitAsync()).WaitAsync(Eventually.Patience);
        return (process.ExitCode, error);
    }
}
