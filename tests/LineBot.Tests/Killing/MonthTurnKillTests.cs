using LineBot.Data;
using LineBot.Language;
using LineBot.Simulator.Bot;
using LineBot.Simulator.Platform;
using LineBot.Tests.Data;
using LineBot.Tests.Drivers;

namespace LineBot.Tests.Killing;

/// <summary>The service is killed again and again while it turns a month for everybody: each is turned once, and none is left out.</summary>
public sealed class MonthTurnKillTests
{
    private const int Subscriptions = 3_000;
    private const int Kills = 5;

    [Fact]
    public async Task A_month_is_turned_once_for_everybody_however_often_the_service_dies_over_it()
    {
        var month = JapanTime.FirstOfMonth(JapanTime.DayOf(TimeProvider.System.GetUtcNow()));
        var lastMonth = JapanTime.StartOf(month.AddMonths(-1));
        await using var ledger = new LedgerFixture();
        await ledger.In(tx =>
        {
            foreach (var _ in Enumerable.Range(0, Subscriptions / 5))
            {
                var contract = ledger.AddContract(tx);
                foreach (var user in Enumerable.Range(1, 5))
                    ledger.Left(tx, ledger.AddSubscription(tx, contract, $"客{user}", activatedAt: lastMonth), lastMonth);
            }
        });
        await using var server = await PlatformServer.StartAsync(TimeProvider.System);
        var folder = Directory.CreateTempSubdirectory("linebot-turn-").FullName;
        var settings = new Dictionary<string, string>(
            BotSettings.For(server.Platform.Channel, server.Address, new Uri($"http://127.0.0.1:{FreePort.Find()}"), folder))
        {
            ["DemoData"] = "false", ["Storage:Provider"] = ledger.Store.Options.Provider, ["Storage:ConnectionString"] = ledger.Store.ConnectionString,
        };
        await using var service = new BotProcess(settings);

        var seen = new List<long>();
        for (var kill = 0; kill < Kills; kill++)
        {
            await service.StartAsync();
            var before = Turned();
            await Eventually.IsSoAsync(() => Turned() is var turned && (turned > before || turned == Subscriptions), "some to be turned", Failed);
            await service.KillAsync();
            seen.Add(Turned());
        }
        await service.StartAsync();
        await Eventually.IsSoAsync(() => Turned() == Subscriptions, "everybody to be turned", Failed);
        await service.KillAsync();

        seen.ShouldContain(turned => turned < Subscriptions, "killed half-way");
        ledger.Store.Count($"SELECT COUNT(*) FROM data_entries WHERE reason = 'granted' AND day = '{month.Stored()}'").ShouldBe(Subscriptions);
        ledger.Store.Count($"SELECT SUM(left_kb) FROM data_parts WHERE from_day = '{month.Stored()}'").ShouldBe(Subscriptions * 12_000_000L);
        ledger.Store.Count($"SELECT SUM(left_kb) FROM data_parts WHERE last_day < '{month.Stored()}'").ShouldBe(0);

        long Turned() => ledger.Store.Count($"SELECT COUNT(*) FROM data_parts WHERE kind = 'plan' AND from_day = '{month.Stored()}'");

        Exception Failed(string what) => new Xunit.Sdk.XunitException($"{what}\n{string.Join('\n', service.Lines.TakeLast(40))}");
    }
}
