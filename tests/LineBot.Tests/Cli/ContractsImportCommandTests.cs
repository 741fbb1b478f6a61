using System.Text;
using LineBot.Accounts;
using LineBot.Tests.Data;
using LineBot.Tests.Language;

namespace LineBot.Tests.Cli;

public sealed class ContractsImportCommandTests : IAsyncLifetime
{
    private const string Header = "login_id,holder_name,holder_kana,birth_date,phone_number,user_name,plan,activated_on,postal_code,address,options,age_verified_on,carry_over_kb";

    private static readonly DateTimeOffset Now = Tokyo.At("2026-09-15T12:00");

    private static readonly string[] Families =
    [
        "Ito@Example.jp,伊藤 健,いとう けん,1980/4/1,09000010001,,voice-3gb,2019-05-01,100-0001,東京都千代田区千代田1-1,line-free;sns-free,2020-06-01,1500000",
        "ito@example.jp,伊藤　健,ｲﾄｳ ｹﾝ,1980-04-01,090-0001-0002,葵,voice-500mb,2026-09-06,1000001,東京都千代田区千代田1-1,,,",
        "mori@example.jp,森 美緒,モリ ミオ,1995-03-03,090-0001-0003,,data-3gb,2021-01-01,,,,,",
    ];

    private readonly LedgerFixture _ledger = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("linebot-contracts-");

    [Fact]
    public async Task Takes_customers_in_once()
    {
        var file = await FileAsync(Families);

        Counts(await ImportAsync(file)).ShouldBe((0, 2, 3, 0, 0));
        Counts(await ImportAsync(file)).ShouldBe((0, 0, 0, 3, 0));

        await _ledger.In(tx =>
        {
            tx.Get<string>("SELECT holder_kana FROM contracts WHERE login_id = 'ito@example.jp'").ShouldBe("イトウ ケン");
            tx.Query<string>("SELECT user_name FROM subscriptions WHERE phone_number LIKE '090-0001-%' ORDER BY phone_number").ShouldBe(["伊藤 健", "葵", "森 美緒"]);
            tx.Get<long>("SELECT COUNT(*) FROM user_codes u JOIN subscriptions s ON s.id = u.subscription_id WHERE s.phone_number LIKE '090-0001-%'").ShouldBe(3);
            tx.Get<long>("SELECT COUNT(*) FROM subscription_options o JOIN subscriptions s ON s.id = o.subscription_id WHERE s.phone_number = '090-0001-0001'").ShouldBe(2);
            tx.Get<long>("SELECT COUNT(*) FROM subscriptions WHERE phone_number = '090-0001-0001' AND age_verified_at IS NOT NULL").ShouldBe(1);
            tx.Get<long>("SELECT COUNT(*) FROM audit_log WHERE action = 'subscription-imported' AND actor = 'operator:sato'").ShouldBe(3);
        });
    }

    [Fact]
    public async Task Gives_this_months_data_and_what_was_carried_over()
    {
        await ImportAsync(await FileAsync(Families));

        (await PartsAsync("090-0001-0001")).ShouldBe([("carry-over", 1_500_000), ("plan", 3_000_000)]);
        // Twenty-five of September's thirty days.
        (await PartsAsync("090-0001-0002")).ShouldBe([("plan", 417_000)]);
        var id = await _ledger.In(tx => tx.Get<long>("SELECT id FROM subscriptions WHERE phone_number = '090-0001-0001'"));
        (await _ledger.RunAsync(Now, "data", "explain", "090-0001-0001")).ExitCode.ShouldBe(0);
        // The carry-over goes first, and is not carried over again.
        await _ledger.In(tx => _ledger.Use(tx, id, "2026-09-15", 1_000, Now));
        (await PartsAsync("090-0001-0001")).ShouldBe([("carry-over", 500_000), ("plan", 3_000_000)]);
        (await _ledger.In(tx => _ledger.Left(tx, id, Tokyo.At("2026-10-01T00:00")))).ShouldBe(6_000_000);
    }

    [Fact]
    public async Task Makes_first_passwords_that_sign_in_and_keeps_hashes_that_were_brought()
    {
        var brought = Passwords.Hash("a password of before");
        var run = await ImportAsync(await FileAsync(
            [Families[0], $"mori@example.jp,森 美緒,モリ ミオ,1995-03-03,090-0001-0003,,data-3gb,2021-01-01,,,,,,{brought}"], $"{Header},password_hash"));

        var file = run.Json.GetProperty("passwords").GetString()!;
        var lines = await File.ReadAllLinesAsync(file);
        lines.Length.ShouldBe(2);
        lines[0].ShouldBe("login_id,password");
        var made = lines[1].Split(',');
        made[0].ShouldBe("ito@example.jp");
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await _ledger.In(tx =>
        {
            var contracts = new ContractStore();
            Passwords.Match(contracts.CredentialOf(tx, "ito@example.jp"), made[1]).ShouldBeTrue();
            Passwords.Match(contracts.CredentialOf(tx, "mori@example.jp"), "a password of before").ShouldBeTrue();
        });
    }

    [Theory]
    [InlineData(0, "ito", "unreadable", "login_id cannot be read")]
    [InlineData(1, "", "unreadable", "holder_name cannot be read")]
    [InlineData(2, "伊藤", "unreadable", "katakana")]
    [InlineData(3, "1980-02-30", "unreadable", "birth_date cannot be read")]
    [InlineData(4, "123", "unreadable", "080-0000-0001")]
    [InlineData(6, "", "unreadable", "plan cannot be read")]
    [InlineData(6, "voice-99gb", "unknown-plan", "catalogue show")]
    [InlineData(7, "2026-09-16", "unreadable", "up to today")]
    [InlineData(8, "100", "unreadable", "seven digits")]
    [InlineData(9, "東京", "unreadable", "5 to 200")]
    [InlineData(10, "line-free;nothing", "unknown-option", "no such option")]
    [InlineData(11, "soon", "unreadable", "age_verified_on")]
    [InlineData(12, "-1", "unreadable", "carry_over_kb")]
    [InlineData(12, "1000000001", "unreadable", "1000000000")]
    public async Task Says_what_is_wrong_with_a_row_and_takes_the_others(int column, string value, string reason, string said)
    {
        var wrong = Families[0].Split(',');
        wrong[column] = value;
        var run = await ImportAsync(await FileAsync([string.Join(',', wrong), Families[2]]));

        Counts(run).ShouldBe((1, 1, 1, 0, 1));
        var rejects = await File.ReadAllLinesAsync(run.Json.GetProperty("rejects").GetString()!);
        rejects[1].ShouldStartWith($"2,{reason},");
        rejects[1].ShouldContain(said);
    }

    [Theory]
    [InlineData(1, "伊東 健", "differs", "holder_name")]
    [InlineData(7, "2019-05-02", "differs", "activated_on")]
    [InlineData(0, "other@example.jp", "number-taken", "Another contract")]
    public async Task Does_not_change_what_is_known(int column, string value, string reason, string said)
    {
        await ImportAsync(await FileAsync(Families));
        var changed = Families[0].Split(',');
        changed[column] = value;

        var run = await ImportAsync(await FileAsync([string.Join(',', changed)]));

        Counts(run).ShouldBe((1, 0, 0, 0, 1));
        var reject = (await File.ReadAllLinesAsync(run.Json.GetProperty("rejects").GetString()!))[1];
        reject.ShouldStartWith($"2,{reason},");
        reject.ShouldContain(said);
        await _ledger.In(tx => tx.Get<string>("SELECT holder_name FROM contracts WHERE login_id = 'ito@example.jp'").ShouldBe("伊藤 健"));
    }

    [Theory]
    [InlineData(5, 0)]
    [InlineData(6, 1)]
    public async Task A_contract_has_five_subscriptions(int rows, int refused)
    {
        var run = await ImportAsync(await FileAsync(
            [.. Enumerable.Range(1, rows).Select(n => $"ito@example.jp,伊藤 健,イトウ ケン,1980-04-01,090-0001-{n:0000},,voice-3gb,2019-05-01,,,,,")]));

        run.Json.GetProperty("refused").GetInt64().ShouldBe(refused);
        (await _ledger.In(tx => tx.Get<long>("SELECT COUNT(*) FROM subscriptions WHERE phone_number LIKE '090-0001-%'"))).ShouldBe(5);
    }

    [Fact]
    public async Task Changes_nothing_in_a_dry_run_and_says_the_same()
    {
        var file = await FileAsync([.. Families, "x"]);

        Counts(await ImportAsync(file, "--dry-run")).ShouldBe((1, 2, 3, 0, 1));

        (await _ledger.In(tx => tx.Get<long>("SELECT COUNT(*) FROM contracts WHERE login_id IN ('ito@example.jp', 'mori@example.jp')"))).ShouldBe(0);
        File.Exists($"{file}.passwords.csv").ShouldBeFalse();
        (await _ledger.RunAsync(Now, "contracts", "import", file, "--dry-run", "--lang", "ja")).Output.ShouldContain("新しい契約: 2\n");
    }

    [Fact]
    public async Task Reads_what_a_spreadsheet_writes_and_says_when_it_is_told_otherwise()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var file = Path.Combine(_folder.FullName, "sjis.csv");
        await File.WriteAllTextAsync(file, string.Join("\r\n", [Header, .. Families]), Encoding.GetEncoding("shift_jis"));

        var wrong = await ImportAsync(file);
        (wrong.ExitCode, wrong.Error.Split('\n')[0]).ShouldBe((1, "linebot: The file is encoded otherwise than said."));
        Counts(await ImportAsync(file, "--encoding", "shift_jis")).ShouldBe((0, 2, 3, 0, 0));
    }

    [Fact]
    public async Task Says_which_column_is_lacking() =>
        (await ImportAsync(await FileAsync([], "login_id,holder_name"))).Error
            .ShouldStartWith("linebot: The header lacks columns: holder_kana, birth_date, phone_number, plan, activated_on.\n");

    public Task InitializeAsync() => _ledger.LoadCatalogueAsync(_folder, Now);

    public async Task DisposeAsync()
    {
        await _ledger.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private Task<CliRun> ImportAsync(string file, params string[] more) => _ledger.RunAsync(Now, ["contracts", "import", file, "--as", "sato", "--json", .. more]);

    private static (int ExitCode, long Contracts, long Subscriptions, long Unchanged, long Refused) Counts(CliRun run)
    {
        run.Error.ShouldBe("");
        return (run.ExitCode, Of("contracts"), Of("subscriptions"), Of("unchanged"), Of("refused"));

        long Of(string end) => run.Json.GetProperty(end).GetInt64();
    }

    private Task<IReadOnlyList<(string, long)>> PartsAsync(string number) => _ledger.In(tx => tx.Query<(string, long)>(
        $"SELECT p.kind, p.left_kb FROM data_parts p JOIN subscriptions s ON s.id = p.subscription_id WHERE s.phone_number = '{number}' ORDER BY p.kind"));

    private async Task<string> FileAsync(IReadOnlyList<string> rows, string header = Header)
    {
        var path = Path.Combine(_folder.FullName, $"{Guid.NewGuid():N}.csv");
        await File.WriteAllTextAsync(path, string.Join('\n', [header, .. rows]));
        return path;
    }
}
