using LineBot.Applications;
using LineBot.RichMenu;
using LineBot.Simulator.Bot;
using LineBot.Storage;
using LineBot.Tests.Cli.Doctor;
using LineBot.Tests.Console;
using LineBot.Tests.Drivers;
using LineBot.Tests.Handlers;
using LineBot.Tests.Storage;
using LineBot.Webhook;
using Microsoft.Extensions.DependencyInjection;

namespace LineBot.Tests.Cli;

/// <summary>
/// Where the runs of docs/cli.md take place, in their order: a service with the demo customers at noon, and what the page takes for granted.
/// Names and addresses are the page's; where they are on this machine is nobody's business.
/// </summary>
internal sealed class DocsStage : IAsyncDisposable
{
    private readonly LineTalk _line;
    private readonly TempFolder _folder = new();
    private readonly IReadOnlyList<(string Shown, string Here)> _places;

    private DocsStage(LineTalk line)
    {
        _line = line;
        _places =
        [
            ("https://bot.example.jp", line.Address.GetLeftPart(UriPartial.Authority)),
            ("/var/lib/linebot", _folder.File("lib")), ("/etc/linebot", _folder.File("etc")), ("/backup", _folder.File("backup")),
            ("usage-20261115.csv", _folder.File("usage-20261115.csv")), ("customers.csv", _folder.File("customers.csv")), ("catalogue.json", _folder.File("catalogue.json")),
            ("knowledge/evaluation", Path.Combine(Repository.Root, "knowledge", "evaluation")),
        ];
    }

    public static async Task<DocsStage> StartAsync()
    {
        // A minute of its own: no store that another test's clock ran on is taken over. And a file, as the page's is, whatever the engine.
        var line = await LineTalk.StartAsync(new() { StartsAt = LineTalk.Noon.AddMinutes(1), ClockRuns = false, StoreIsFile = true });
        var stage = new DocsStage(line);
        await stage.PrepareAsync();
        return stage;
    }

    /// <summary>What a run prints, in the page's names.</summary>
    public async Task<string> RunAsync(ShownRun shown)
    {
        var (settings, arguments) = (DoctorRun.SettingsOf(_line), shown.Arguments.Select(Here).ToList());
        switch (arguments)
        {
            case ["setup", ..]:
                return await SetUpAsync(shown, arguments);
            case ["restore", ..] or ["migrate", ..]:
                settings["Storage:ConnectionString"] = $"Data Source={OtherStore}";
                break;
            case ["doctor", ..]:
                _line.Platform.Webhooks.IsActive = false;
                break;
            case ["rich-menu", "render"]:
                arguments.AddRange(["--folder", _folder.File("rich-menu")]);
                break;
        }
        using var input = new StringReader(shown.Input + "\n");
        var run = await CliRun.OfAsync(settings, new StoppedClock(_line.Clock.GetUtcNow()), input, [.. arguments]);
        _line.Platform.Webhooks.IsActive = true;
        return Shown(run.Error + run.Output);
    }

    /// <summary>A channel that nothing is known of yet, and an address by TLS at which nobody answers in the end.</summary>
    private async Task<string> SetUpAsync(ShownRun shown, IReadOnlyList<string> arguments)
    {
        var (webhook, address) = (_line.Platform.Webhooks.Url, $"https://127.0.0.1:{FreePort.Find()}");
        var settings = DoctorRun.SettingsOf(_line).Where(setting => setting.Key.EndsWith("BaseUrl", StringComparison.Ordinal)).ToDictionary();
        (settings["PublicBaseUrl"], settings["Storage:ConnectionString"]) = ("", $"Data Source={OtherStore}");
        using var input = new StringReader(Answers(shown).Replace(_line.Address.GetLeftPart(UriPartial.Authority), address, StringComparison.Ordinal));
        var run = await CliRun.OfAsync(settings, new StoppedClock(_line.Clock.GetUtcNow()), input, [.. arguments]);
        _line.Platform.Webhooks.Url = webhook;
        return Shown((run.Error + run.Output).Replace(address, "https://bot.example.jp", StringComparison.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        await _line.DisposeAsync();
        _folder.Dispose();
    }

    private async Task PrepareAsync()
    {
        _line.ExpectRefusal(call => call is { Method: "GET", Status: 404, Path: "/v2/bot/user/all/richmenu" });
        await _line.PublishMenusAsync();
        await _line.PhoneAsync(LinkState.Contractor);
        await OperatorDriver.AskAsync(_line, "はな", "請求書はどこで見られますか");
        var (database, now) = (_line.Services.GetRequiredService<Database>(), _line.Clock.GetUtcNow());
        await database.WriteAsync(tx =>
        {
            Apply(tx, "request-1", "森 美緒", "モリ ミオ", "mio@example.jp", now.AddHours(-2));
            Apply(tx, "request-2", "林 健", "ハヤシ ケン", "ken@example.jp", now.AddHours(-1));
            foreach (var (id, type) in new[] { ("01HZX0M5QX2Y3Z4A5B6C7D8E9F", "follow"), ("01HZX0M5QX2Y3Z4A5B6C7D8E9G", "postback") })
                SetAside(tx, id, type, now.AddMinutes(-5));
            tx.Execute("UPDATE campaign_rewards SET state = 'granted', grant_on = '2026-11-15', settled_at = @now", new { now = now.AddDays(-1).ToUnixTimeMilliseconds() });
        });
        foreach (var folder in new[] { "lib", "etc", "backup" })
            Directory.CreateDirectory(_folder.File(folder));
        foreach (var (file, text) in Files())
            await File.WriteAllTextAsync(_folder.File(file), text);
        Directory.CreateDirectory(_folder.File("rich-menu/template/icons"));
        foreach (var file in Directory.EnumerateFiles(MenuFolder.Shipped, "*", SearchOption.AllDirectories))
            File.Copy(file, Path.Combine(_folder.File("rich-menu"), Path.GetRelativePath(MenuFolder.Shipped, file)));
    }

    private void Apply(Transaction tx, string request, string name, string kana, string loginId, DateTimeOffset at) =>
        _line.Services.GetRequiredService<ApplicationStore>().Receive(
            tx, request,
            new ApplicationContent { PlanId = "voice-3gb", UserName = name, HolderName = name, HolderKana = kana, BirthDate = "1995-03-03", LoginId = loginId, PasswordHash = "the hash" },
            null, at);

    private static void SetAside(Transaction tx, string id, string type, DateTimeOffset at)
    {
        var inbox = new InboxStore();
        var e = Line.Messaging.WebhookEvent.Parse(System.Text.Encoding.UTF8.GetBytes(
            $$$"""{"type":"{{{type}}}","mode":"active","timestamp":1,"source":{"type":"user","userId":"U00000000000000000000000000000001"},"webhookEventId":"{{{id}}}","deliveryContext":{"isRedelivery":false},"replyToken":"token","postback":{"data":"data-remaining@1"}}"""));
        inbox.MarkFailed(tx, inbox.Add(tx, e, at)!, "TimeoutException at DataRemainingHandler.Show", forGood: true, at);
    }

    private string OtherStore => _folder.File("lib/linebot.db");

    private static IEnumerable<(string File, string Text)> Files() =>
    [
        ("usage-20261115.csv", "subscription,day,sequence,used_kb,revision\n080-0000-0001,2026-11-15,1,512000,0\n080-0000-0001,2026-11-15,2,20480,0\n080-9999-9999,2026-11-15,1,150000,0\n"),
        ("customers.csv", """
            login_id,holder_name,holder_kana,birth_date,phone_number,plan,activated_on
            aoi@example.jp,青木 葵,アオキ アオイ,1980-01-01,070-1234-0001,voice-3gb,2024-04-01
            aoi@example.jp,青木 葵,アオキ アオイ,1980-01-01,070-1234-0002,voice-3gb,2025-04-01
            rin@example.jp,原 凛,ハラ リン,1990-01-01,070-1234-0003,voice-3gb,2025-10-01

            """),
        ("catalogue.json", """{"plans":[],"options":[{"id":"sns-free","nameJa":"SNSデータフリー","nameEn":"SNS data-free","monthlyYen":280,"isOffered":true}]}"""),
    ];

    /// <summary>What the page shows as typed: whatever follows a question's colon.</summary>
    private string Answers(ShownRun shown)
    {
        var typed = shown.Printed.Split('\n').Where(line => Question(line) > 0).Select(line => Here(line[(Question(line) + 1)..].Trim())).ToList();
        typed[1] = _line.Platform.Channel.Secret;
        return string.Join('\n', [.. typed, "n"]) + "\n";
    }

    private static int Question(string line) =>
        line.StartsWith("ok ", StringComparison.Ordinal) || line.StartsWith("The password", StringComparison.Ordinal) || line.StartsWith("Open ", StringComparison.Ordinal)
            ? -1
            : line.EndsWith(':') ? line.Length - 1 : line.IndexOf(": ", StringComparison.Ordinal);

    private string Here(string text) => _places.Aggregate(text, (said, place) => said.Replace(place.Shown, place.Here, StringComparison.Ordinal));

    private string Shown(string text)
    {
        foreach (var (shown, here) in _places.OrderByDescending(place => place.Here.Length))
            text = text.Replace(here, shown, StringComparison.Ordinal);
        return text;
    }
}
