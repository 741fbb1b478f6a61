using LineBot.Data;
using LineBot.Tests.Data;
using LineBot.Tests.Language;

namespace LineBot.Tests.Cli;

public sealed class DataCommandTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = Tokyo.At("2026-10-05T12:00");

    private readonly LedgerFixture _ledger = new();

    [Fact]
    public async Task Explains_a_balance_line_by_line()
    {
        var run = await _ledger.RunAsync(Now, "data", "explain", "08000000001");

        run.Error.ShouldBe("");
        run.Output.ShouldContain("2026-10 opening 4,000,000 KB\n");
        var lines = run.Output.Split('\n').Where(line => line.Contains("10-0", StringComparison.Ordinal));
        string.Join('\n', lines.Select(line => string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))))
            .ShouldBe("""
                10-01 carried on plan (until 09-30) -4,000,000 KB 0 KB 10-01 00:00
                10-01 carried over carry-over (until 10-31) +4,000,000 KB 4,000,000 KB 10-01 00:00
                10-01 granted plan (until 10-31) +6,000,000 KB 10,000,000 KB 10-01 00:00
                10-02 used carry-over (until 10-31) -4,000,000 KB 6,000,000 KB 10-05 12:00
                10-02 used plan (until 10-31) -3,550,000 KB 2,450,000 KB 10-05 12:00
                """.ReplaceLineEndings("\n"));
        run.Output.ShouldEndWith("balance 2,450,000 KB (2.45 GB)\n");
        (await _ledger.RunAsync(Now, "data", "explain", "1", "--lang", "ja")).Output.ShouldEndWith("残量 2,450,000 KB (2.45GB)\n");
    }

    [Fact]
    public async Task Explains_a_month_gone_by_and_in_json()
    {
        var september = (await _ledger.RunAsync(Now, "data", "explain", "1", "--month", "2026-09", "--json")).Json;

        (september.GetProperty("openingKb").GetInt64(), september.GetProperty("closingKb").GetInt64()).ShouldBe((0, 4_000_000));
        september.GetProperty("lines")[1].GetProperty("reason").GetString().ShouldBe("used");
    }

    [Fact]
    public async Task Shows_the_balance_of_now_and_of_then()
    {
        var now = (await _ledger.RunAsync(Now, "data", "show", "080-0000-0001", "--json")).Json;
        var then = await _ledger.RunAsync(Now, "data", "show", "080-0000-0001", "--at", "2026-10-05T11:59");

        now.GetProperty("leftKb").GetInt64().ShouldBe(2_450_000);
        now.GetProperty("parts").GetArrayLength().ShouldBe(2);
        then.Output.ShouldContain("2026-10-05 11:59 10,000,000 KB (10 GB)\n");
    }

    [Theory]
    [InlineData("There is no such subscription.", "data", "show", "080-1234-5678")]
    [InlineData("There is no such subscription.", "data", "explain", "nobody")]
    [InlineData("That month cannot be read.", "data", "explain", "1", "--month", "October")]
    [InlineData("That instant cannot be read.", "data", "show", "1", "--at", "yesterday")]
    public async Task Says_what_it_cannot_read(string sentence, params string[] args)
    {
        var run = await _ledger.RunAsync(Now, args);
        (run.ExitCode, run.Error.Split('\n')[0]).ShouldBe((1, $"linebot: {sentence}"));
    }

    public Task InitializeAsync() => _ledger.In(tx =>
    {
        var subscription = _ledger.AddSubscription(tx, _ledger.AddContract(tx), "花子");
        _ledger.Use(tx, subscription, "2026-09-10", 2_000, Tokyo.At("2026-09-10T12:00")).ShouldBe(UsageVerdict.Booked);
        _ledger.Use(tx, subscription, "2026-10-02", 7_550, Now).ShouldBe(UsageVerdict.Booked);
    });

    public Task DisposeAsync() => _ledger.DisposeAsync().AsTask();
}
