using LineBot.Tests.Data;
using LineBot.Tests.Language;

namespace LineBot.Tests.Cli;

public sealed class MonthTurnCommandTests : IAsyncLifetime
{
    private static readonly DateTimeOffset October = Tokyo.At("2026-10-01T00:00");

    private readonly LedgerFixture _ledger = new();

    [Fact]
    public async Task Turns_every_subscription_once_however_often_it_is_run()
    {
        await AddAsync(120);

        (await WaitingAsync(Tokyo.At("2026-09-30T23:59:59.999"), "--dry-run")).ShouldBe((0, 0, 0));
        (await WaitingAsync(October, "--dry-run")).ShouldBe((120, 0, 0));
        (await WaitingAsync(October)).ShouldBe((120, 120, 0));
        (await WaitingAsync(October.AddDays(3))).ShouldBe((0, 0, 0));
        (await CountAsync("SELECT COUNT(*) FROM data_parts WHERE kind = 'carry-over' AND left_kb = 6000000 AND last_day = '2026-10-31'")).ShouldBe(120);
        (await CountAsync("SELECT COUNT(*) FROM data_entries WHERE reason = 'granted' AND day = '2026-10-01'")).ShouldBe(120);
    }

    [Fact]
    public async Task One_that_cannot_be_turned_holds_up_no_other_and_is_told()
    {
        await AddAsync(60);
        // Somebody wrote into the store by hand: this part holds less than its entries say, and cannot be carried over.
        await _ledger.In(tx => { tx.Execute("INSERT INTO data_parts (subscription_id, kind, from_day, from_used_kb, last_day, source_id) SELECT 7, 'carry-over', '2026-10-01', 0, '2026-10-31', NULL"); });

        var run = await _ledger.RunAsync(October, "month-turn");

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldBe("2026-10: 60 subscriptions to turn, 59 turned, 1 failed\n");
        (await WaitingAsync(October, "--dry-run")).ShouldBe((1, 0, 0));
        (await _ledger.RunAsync(October, "month-turn", "--lang", "ja", "--dry-run")).Output.ShouldBe("2026-10: 対象 1 回線、付与 0、失敗 0\n");
    }

    private async Task<(int Waiting, int Turned, int Failed)> WaitingAsync(DateTimeOffset now, params string[] more)
    {
        var run = await _ledger.RunAsync(now, ["month-turn", "--json", .. more]);
        run.Error.ShouldBe("");
        return (Of("waiting"), Of("turned"), Of("failed"));

        int Of(string name) => run.Json.GetProperty(name).GetInt32();
    }

    private Task AddAsync(int count) => _ledger.In(tx =>
    {
        foreach (var _ in Enumerable.Range(0, count))
            _ledger.Left(tx, _ledger.AddSubscription(tx, _ledger.AddContract(tx), "花子"), LedgerFixture.SignedAt);
    });

    private Task<long> CountAsync(string sql) => _ledger.In(tx => tx.Get<long>(sql));

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _ledger.DisposeAsync().AsTask();
}
