using System.Text.Json;
using LineBot.Cli;
using LineBot.Cli.Doctor;
using LineBot.Language;
using LineBot.Simulator.Bot;
using LineBot.Tests.Drivers;

namespace LineBot.Tests.Cli.Doctor;

/// <summary>What <c>linebot doctor</c> found.</summary>
internal sealed record DoctorRun(int ExitCode, IReadOnlyList<DoctorRun.Row> Rows, string Text)
{
    /// <summary>Runs it with the settings of a service that runs against its platform.</summary>
    /// <param name="changes">What is set otherwise.</param>
    public static Task<DoctorRun> OfAsync(LineTalk line, params (string Key, string Value)[] changes)
    {
        // Whether there is a default menu, LINE tells by a refusal.
        line.ExpectRefusal(call => call is { Method: "GET", Status: 404, Path: "/v2/bot/user/all/richmenu" });
        return OfAsync(SettingsOf(line), line.Clock, changes);
    }

    public static async Task<DoctorRun> OfAsync(IReadOnlyDictionary<string, string> settings, TimeProvider clock, params (string Key, string Value)[] changes)
    {
        var all = new Dictionary<string, string>(settings);
        foreach (var (key, value) in changes)
            all[key] = value;
        var run = await CliRun.OfAsync(all, clock, "doctor", "--json");
        run.Error.ShouldBeEmpty();
        foreach (var secret in all.Where(setting => setting.Key is "Line:ChannelSecret" or "Line:ChannelAccessToken" && setting.Value.Length > 0))
            run.Output.ShouldNotContain(secret.Value);
        run.Output.ShouldNotContain("   at ");
        return new DoctorRun(run.ExitCode, run.Json.Deserialize<List<Row>>(JsonSerializerOptions.Web)!, run.Output);
    }

    public static Dictionary<string, string> SettingsOf(LineTalk line) =>
        new(BotSettings.For(line.Platform.Channel, line.LineAddress, line.Address, Path.GetTempPath())) { ["Storage:Provider"] = line.Store.Options.Provider, ["Storage:ConnectionString"] = line.Store.ConnectionString };

    /// <summary>Has one check look, for what no test may call.</summary>
    public static async Task<IReadOnlyList<Finding>> LookAsync(Func<Examination, Check> check, params (string Key, string Value)[] settings)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(settings.ToDictionary(setting => setting.Key, setting => setting.Value)));
        var shell = new Shell(Tongue.English, TextReader.Null, TextWriter.Null, TextWriter.Null, TimeProvider.System);
        await using var examination = new Examination(Settings.Load(new FileInfo(file), shell), shell, CancellationToken.None);
        File.Delete(file);
        var findings = new List<Finding>();
        await foreach (var finding in check(examination).LookAsync())
            findings.Add(finding);
        return findings;
    }

    /// <summary>How each finding on one thing stands, in their order.</summary>
    public string StatesOf(string subject) => string.Join(", ", Rows.Where(row => row.Subject == subject).Select(row => row.State));

    public string WhatOf(string subject) => string.Join('\n', Rows.Where(row => row.Subject == subject).Select(row => $"{row.What} {row.Next}"));

    internal sealed record Row(string Subject, string State, string What, string? Why, string? Next);
}
