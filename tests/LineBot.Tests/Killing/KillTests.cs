using System.Diagnostics;
using LineBot.Simulator.Bot;
using LineBot.Simulator.Platform;
using LineBot.Tests.Storage;

namespace LineBot.Tests.Killing;

/// <summary>
/// Customers write while the service is killed at random instants and started again, and while LINE's answers are dropped, late or
/// failing. What was acknowledged happens once and in order, and each answer is heard once.
/// </summary>
public sealed class KillTests
{
    private const int Customers = 24;
    private const int TextsEach = 15;
    private const int Kills = 8;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(180);

    [Theory]
    [InlineData(1)]
    [InlineData(20261122)]
    public async Task Everything_acknowledged_happens_once_in_order_and_is_answered_once_however_often_the_service_dies(int seed)
    {
        var folder = Directory.CreateTempSubdirectory("linebot-kill-").FullName;
        await using var server = await PlatformServer.StartAsync(new PatientClock());
        var faults = server.Platform.Faults;
        faults.Seed(seed);
        faults.Delay = TimeSpan.FromMilliseconds(700);
        faults.Add(ApiFault.ResetBefore, 0.05, "/message/");
        faults.Add(ApiFault.ResetAfter, 0.05, "/message/");
        faults.Add(ApiFault.FailBefore, 0.05, "/message/");
        faults.Add(ApiFault.FailAfter, 0.05, "/message/");
        faults.Add(ApiFault.Delay, 0.05, "/message/");
        faults.Add(WebhookFault.Duplicate, 0.1);
        using var store = TestStore.At(Path.Combine(folder, "linebot.db"));
        var settings = new Dictionary<string, string>(
            BotSettings.For(server.Platform.Channel, server.Address, new Uri($"http://127.0.0.1:{FreePort.Find()}"), folder))
        {
            ["DemoData"] = "false", ["Storage:Provider"] = store.Options.Provider, ["Storage:ConnectionString"] = store.ConnectionString,
        };
        await using var service = new BotProcess(settings, program: OwnAssembly);
        server.Platform.Webhooks.Url = service.WebhookUrl;
        server.Platform.Webhooks.Timeout = TimeSpan.FromSeconds(10);
        await service.StartAsync();

        var phones = Enumerable.Range(0, Customers).Select(i => server.Platform.AddFriend($"客{i}")).ToList();
        var writing = phones.Select(phone => WriteAsync(server.Platform, phone)).ToList();
        await KillNowAndThenAsync(service, new Random(seed), Task.WhenAll(writing));
        await Task.WhenAll(writing);

        await AnsweredAsync(service, phones);
        var texts = Enumerable.Range(1, TextsEach).ToList();
        var counted = Counted(store);
        foreach (var phone in phones)
        {
            counted[phone.UserId].ShouldBe(texts.Select(n => $"{n}: text {n}"), $"effects for {phone.DisplayName}");
            Heard(phone).ShouldBe(texts.Select(n => $"{n}: text {n}"), $"answers to {phone.DisplayName}");
        }
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Writes one text after the other; what was not acknowledged is delivered again, as LINE does.</summary>
    private static async Task WriteAsync(LinePlatform platform, LinePhone phone)
    {
        for (var n = 1; n <= TextsEach; n++)
        {
            var post = await phone.SendTextAsync($"text {n}");
            for (var body = post!.Body; !post.IsAccepted;)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
                post = await platform.Webhooks.PostAsync(System.Text.Encoding.UTF8.GetBytes(body));
            }
        }
    }

    private static async Task KillNowAndThenAsync(BotProcess service, Random random, Task writing)
    {
        for (var kill = 0; kill < Kills && !writing.IsCompleted; kill++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(20, 400)), TimeProvider.System);
            await service.KillAsync();
            await service.StartAsync();
        }
    }

    private static async Task AnsweredAsync(BotProcess service, IReadOnlyList<LinePhone> phones)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (phones.Any(phone => Heard(phone).Count < TextsEach))
        {
            if (TimeProvider.System.GetElapsedTime(started) > Patience)
            {
                var missing = phones.Select(phone => $"{phone.DisplayName}: {string.Join(", ", Heard(phone))}");
                throw new Xunit.Sdk.XunitException($"Not all were answered.\n{string.Join('\n', missing)}\n{string.Join('\n', service.Lines.TakeLast(60))}");
            }
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }
    }

    internal static List<string> Heard(LinePhone phone) =>
        [.. phone.Talk.Where(entry => entry.Side == TalkSide.Bot).Select(entry => entry.Message.GetProperty("text").GetString()!)];

    internal static Dictionary<string, List<string>> Counted(TestStore store)
    {
        using var connection = store.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT line_user_id, number, text FROM counted ORDER BY number";
        using var rows = command.ExecuteReader();
        var counted = new Dictionary<string, List<string>>();
        while (rows.Read())
        {
            if (!counted.TryGetValue(rows.GetString(0), out var texts))
                counted[rows.GetString(0)] = texts = [];
            texts.Add($"{rows.GetInt64(1)}: {rows.GetString(2)}");
        }
        return counted;
    }

    internal static ProcessStartInfo OwnAssembly() => new(OwnExecutable.DotnetHost(), ["exec", typeof(KillTests).Assembly.Location]);
}
