using System.Diagnostics;
using System.Text.Json;
using LineBot.Cli;
using LineBot.Language;
using LineBot.Simulator.Bot;
using LineBot.Tests.Cli;
using LineBot.Tests.Data;
using LineBot.Tests.Drivers;

namespace LineBot.Tests.Killing;

/// <summary>The import is killed again and again over one file: whatever stands is whole, and in the end each row is booked once.</summary>
public sealed class UsageImportKillTests : IAsyncLifetime
{
    private const int Subscriptions = 800;
    private const int RowsEach = 10;
    private const int RowKb = 7;
    private const int Kills = 2;
    private const long PlanKb = 6_000_000;

    private readonly LedgerFixture _ledger = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("linebot-import-");

    [Fact]
    public async Task Books_each_row_once_however_often_the_import_dies_over_the_file()
    {
        var now = TimeProvider.System.GetUtcNow();
        var today = JapanTime.DayOf(now);
        var first = await _ledger.In(tx =>
        {
            var ids = Enumerable.Range(0, Subscriptions)
                .Select(_ => _ledger.AddSubscription(tx, _ledger.AddContract(tx), "客", activatedAt: now)).ToList();
            foreach (var id in ids)
                _ledger.Left(tx, id, now);
            return ids[0];
        });
        var before = Count("SELECT SUM(left_kb) FROM data_parts");
        var file = Path.Combine(_folder.FullName, "usage.csv");
        await File.WriteAllLinesAsync(file, Enumerable.Range(0, Subscriptions * RowsEach)
            .Select(n => $"{first + n % Subscriptions},{today:yyyy-MM-dd},{n / Subscriptions},{RowKb}").Prepend("subscription,day,sequence,used_kb"));

        var seen = new List<long>();
        for (var kill = 0; kill < Kills; kill++)
        {
            using var import = await StartAsync(file);
            var booked = Booked();
            await Eventually.IsSoAsync(() => import.HasExited || Booked() > booked, "some rows to be booked");
            import.Kill();
            await import.WaitForExitAsync();
            seen.Add(Booked());
            StandsWhole(before);
        }
        var last = await _ledger.RunAsync(now, "usage", "import", file, "--json");

        seen.ShouldContain(rows => rows > 0 && rows < Subscriptions * RowsEach, "killed half-way");
        Of(last, "unchanged").ShouldBe(seen[^1]);
        Of(last, "booked").ShouldBe(Subscriptions * RowsEach - seen[^1]);
        Booked().ShouldBe(Subscriptions * RowsEach);
        StandsWhole(before);
        Count("SELECT COUNT(*) FROM usage_days WHERE used_kb <> " + RowsEach * RowKb).ShouldBe(0);
    }

    /// <summary>Every report that is kept is in its day's sum, and every kilobyte of it is charged.</summary>
    private void StandsWhole(long before)
    {
        var used = Booked() * RowKb;
        Count("SELECT COALESCE(SUM(used_kb), 0) FROM usage_days").ShouldBe(used);
        Count("SELECT COALESCE(-SUM(kb), 0) FROM data_entries WHERE reason = 'used'").ShouldBe(used);
        Count("SELECT SUM(left_kb) FROM data_parts").ShouldBe(before - used);
    }

    private async Task<Process> StartAsync(string file)
    {
        var settings = Path.Combine(_folder.FullName, "settings.json");
        await File.WriteAllTextAsync(settings, JsonSerializer.Serialize(LedgerCli.Settings(_ledger)));
        var start = new ProcessStartInfo(
            OwnExecutable.DotnetHost(), [typeof(CommandLine).Assembly.Location, "usage", "import", file, "--settings", settings, "--json"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return Process.Start(start)!;
    }

    private long Booked() => Count("SELECT COUNT(*) FROM usage_reports");

    private static long Of(CliRun run, string end) => run.Json.GetProperty(end).GetInt64();

    private long Count(string sql) => _ledger.Store.Count(sql);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _ledger.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
