using LineBot.Tests.Data;
using LineBot.Tests.Language;

namespace LineBot.Tests.Cli;

public sealed class UsageImportCommandTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = Tokyo.At("2026-09-15T12:00");

    private readonly LedgerFixture _ledger = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("linebot-usage-");
    private long _first;

    [Fact]
    public async Task Takes_a_file_in_once_and_corrections_after_it()
    {
        var csv = await FileAsync("usage.csv", $"""
            subscription,day,sequence,used_kb
            080-0000-0001,2026-09-14,1,1000
            08000000001,2026-09-15,1,2000
            {_first},2026-09-15,2,3000
            """);
        var json = await FileAsync("usage.jsonl", $$"""
            {"subscription":"080-0000-0001","day":"2026-09-14","sequence":1,"usedKb":500,"revision":1}

            {"subscription":{{_first}},"day":"2026-09-15","sequence":2,"usedKb":3000}
            """);

        Counts(await ImportAsync(csv)).ShouldBe((0, 3, 0, 0, 0));
        (await LeftAsync()).ShouldBe(6_000_000 - 6_000);
        Counts(await ImportAsync(csv)).ShouldBe((0, 0, 0, 3, 0));
        Counts(await ImportAsync(json)).ShouldBe((0, 0, 1, 1, 0));
        (await LeftAsync()).ShouldBe(6_000_000 - 5_500);
    }

    [Fact]
    public async Task Writes_what_it_refuses_with_line_and_reason_and_takes_the_rest()
    {
        var file = await FileAsync("usage.csv", """
            day,subscription,sequence,used_kb,revision,note
            2026-09-14,080-0000-0001,1,1000,,x
            2026-09-14,080-9999-0001,1,1000,0,x
            2026-09-14,"080-0000-0001,1,1000,0,x
            2026-09-31,080-0000-0001,1,1000,0,x
            2026-09-14,080-0000-0001,2,many,0,"a, b"
            2026-09-14,080-0000-0001
            2026-09-14,080-0000-0001,3,1000,0,x
            """);

        var run = await ImportAsync(file);

        Counts(run).ShouldBe((1, 2, 0, 0, 5));
        (await LeftAsync()).ShouldBe(6_000_000 - 2_000);
        var rejects = await File.ReadAllLinesAsync(run.Json.GetProperty("rejects").GetString()!);
        rejects[0].ShouldBe("line,reason,message,row");
        rejects.Skip(1).Select(line => string.Join(',', line.Split(',').Take(2))).Order()
            .ShouldBe(["3,unknown-subscription", "4,unreadable", "5,unreadable", "6,unreadable", "7,unreadable"]);
        rejects.ShouldContain(line => line.StartsWith("6,unreadable,used_kb cannot be read. Write KB as a whole number.,", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Changes_nothing_in_a_dry_run_and_says_the_same()
    {
        var file = await FileAsync("usage.csv", "subscription,day,sequence,used_kb\n080-0000-0001,2026-09-14,1,1000\n080-0000-0001,2026-09-16,1,1000\n");

        Counts(await ImportAsync(file, "--dry-run")).ShouldBe((1, 1, 0, 0, 1));
        (await _ledger.In(tx => tx.Get<long>("SELECT COUNT(*) FROM usage_reports"))).ShouldBe(0);
        var told = await _ledger.RunAsync(Now, "usage", "import", file, "--dry-run");
        told.Output.ShouldContain("Nothing was written");
        told.Output.ShouldContain("booked: 1\n");
        (await _ledger.RunAsync(Now, "usage", "import", file, "--dry-run", "--lang", "ja")).Output.ShouldContain("新しく登録: 1\n");
    }

    [Fact]
    public async Task Books_more_rows_than_one_transaction_holds()
    {
        var rows = Enumerable.Range(1, 2_600).Select(n => $"080-0000-0001,2026-09-{1 + n % 14:00},{n},10");
        var file = await FileAsync("usage.csv", string.Join('\n', ["subscription,day,sequence,used_kb", .. rows]));

        Counts(await ImportAsync(file)).ShouldBe((0, 2_600, 0, 0, 0));
        (await LeftAsync()).ShouldBe(6_000_000 - 26_000);
    }

    [Theory]
    [InlineData("subscription,day,seq,used_kb\n", "The header lacks columns: sequence.")]
    [InlineData("", "The header lacks columns: subscription, day, sequence, used_kb.")]
    public async Task Says_which_column_is_lacking(string text, string sentence)
    {
        var run = await ImportAsync(await FileAsync("usage.csv", text));
        (run.ExitCode, run.Error.Split('\n')[0]).ShouldBe((1, $"linebot: {sentence}"));
    }

    [Fact]
    public async Task Says_that_a_file_is_not_there() =>
        (await ImportAsync("/nowhere/usage.csv")).Error.ShouldContain("The file cannot be read.");

    private Task<CliRun> ImportAsync(string file, params string[] more) => _ledger.RunAsync(Now, ["usage", "import", file, "--json", .. more]);

    private static (int ExitCode, long Booked, long Corrected, long Unchanged, long Refused) Counts(CliRun run)
    {
        run.Error.ShouldBe("");
        return (run.ExitCode, Of("booked"), Of("corrected"), Of("unchanged"), Of("refused"));

        long Of(string end) => run.Json.GetProperty(end).GetInt64();
    }

    private Task<long> LeftAsync() => _ledger.In(tx => _ledger.Left(tx, _first, Now));

    private async Task<string> FileAsync(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        await File.WriteAllTextAsync(path, text);
        return path;
    }

    public async Task InitializeAsync() =>
        _first = await _ledger.In(tx => _ledger.AddSubscription(tx, _ledger.AddContract(tx), "花子"));

    public async Task DisposeAsync()
    {
        await _ledger.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
