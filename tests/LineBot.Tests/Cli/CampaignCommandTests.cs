using LineBot.Tests.Data;
using LineBot.Tests.Language;

namespace LineBot.Tests.Cli;

public sealed class CampaignCommandTests : IAsyncDisposable
{
    private static readonly DateTimeOffset Now = Tokyo.At("2027-03-10T12:00");
    private static readonly string[] Spring =
        ["campaign", "add", "spring", "--name", "春の特典", "--name-en", "Spring reward", "--code", "SPR-27", "--amount", "2000", "--from", "2027-03-01", "--until", "2027-04-30", "--cap", "500", "--as", "sato"];

    private readonly LedgerFixture _ledger = new();

    public ValueTask DisposeAsync() => _ledger.DisposeAsync();

    [Fact]
    public async Task Adds_lists_and_closes_a_campaign()
    {
        var added = await _ledger.RunAsync(Now, Spring);
        var listed = (await _ledger.RunAsync(Now, "campaign", "list", "--json")).Json.EnumerateArray().ToList();
        var closed = await _ledger.RunAsync(Now, "campaign", "close", "spring", "--as", "sato");
        var again = await _ledger.RunAsync(Now, "campaign", "close", "spring");

        (added.ExitCode, added.Error, closed.ExitCode, again.ExitCode).ShouldBe((0, "", 0, 0));
        listed.Select(row => row.GetProperty("campaign").GetProperty("id").GetString()).ShouldBe(["invitation", "spring"], ignoreOrder: true);
        again.Output.ShouldContain("over already");
        await _ledger.In(tx => tx.Get<string>("SELECT ends_on FROM campaigns WHERE id = 'spring'").ShouldBe("2027-03-09"));
        await _ledger.In(tx => tx.Get<long>("SELECT COUNT(*) FROM audit_log WHERE actor = 'operator:sato' AND action IN ('campaign-added', 'campaign-closed')").ShouldBe(2));
    }

    [Theory]
    [InlineData("id", "Spring", "small letters")]
    [InlineData("--code", "A", "3 to 20")]
    [InlineData("--amount", "0", "1 or more")]
    [InlineData("--cap", "0", "1 or more")]
    [InlineData("--grant-month", "0", "1 or more")]
    [InlineData("--from", "March", "2027-03-01")]
    [InlineData("--until", "2027-02-28", "before --from")]
    public async Task Says_what_is_wrong_and_adds_nothing(string option, string value, string said)
    {
        var args = Spring.ToList();
        if (option == "id")
            args[2] = value;
        else if (args.IndexOf(option) is >= 0 and var at)
            args[at + 1] = value;
        else
            args.AddRange([option, value]);

        var run = await _ledger.RunAsync(Now, [.. args]);

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain(said);
        await _ledger.In(tx => tx.Get<long>("SELECT COUNT(*) FROM campaigns WHERE entry = 'code'").ShouldBe(0));
    }

    [Fact]
    public async Task Refuses_a_code_that_is_taken_and_an_unknown_campaign()
    {
        await _ledger.RunAsync(Now, Spring);
        var args = Spring.ToList();
        (args[2], args[args.IndexOf("SPR-27")]) = ("other", "spr27");

        (await _ledger.RunAsync(Now, [.. args])).Error.ShouldContain("already");
        (await _ledger.RunAsync(Now, "campaign", "close", "autumn")).Error.ShouldContain("no campaign with that ID");
        args.RemoveRange(args.IndexOf("--code"), 2);
        (await _ledger.RunAsync(Now, [.. args])).Error.ShouldContain("either --code or --invitation");
    }

    [Fact]
    public async Task Exports_each_reward_with_the_same_key_every_time()
    {
        await _ledger.In(tx =>
        {
            var contract = _ledger.AddContract(tx);
            tx.Execute("INSERT INTO line_accounts (line_user_id, created_at) VALUES ('Uhanako', 0)");
            foreach (var (day, kind) in new[] { ("2027-01-31", "points"), ("2027-02-28", "points"), ("2027-02-28", "balance") })
            {
                tx.Execute(
                    """
                    INSERT INTO campaigns (id, name_ja, name_en, code, kind, amount, starts_on, ends_on)
                    VALUES (@id, 'c', 'c', @id, @kind, 1000, '2027-01-01', '2027-01-31')
                    """, new { id = $"{kind}-{day}", kind });
                tx.Execute(
                    """
                    INSERT INTO campaign_rewards (campaign_id, contract_id, line_user_id, state, enrolled_at, grant_on, settled_at)
                    VALUES (@id, @contract, 'Uhanako', 'granted', 0, @day, @at)
                    """, new { id = $"{kind}-{day}", contract, day, at = Tokyo.At(day + "T00:05") });
            }
        });

        var all = await _ledger.RunAsync(Now, "rewards", "export");
        var again = await _ledger.RunAsync(Now, "rewards", "export");
        var since = await _ledger.RunAsync(Now, "rewards", "export", "--since", "2027-02-28");

        all.Output.ShouldBe(
            """
            key,line_user_id,points,campaign,contract,grant_date,granted_at
            reward-00000001,Uhanako,1000,points-2027-01-31,1,2027-01-31,2027-01-31T00:05:00+09:00
            reward-00000002,Uhanako,1000,points-2027-02-28,1,2027-02-28,2027-02-28T00:05:00+09:00

            """.ReplaceLineEndings("\n"));
        again.Output.ShouldBe(all.Output);
        since.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(row => row.Split(',')[0]).ShouldBe(["reward-00000002"]);
        (await _ledger.RunAsync(Now, "rewards", "export", "--since", "yesterday")).Error.ShouldContain("2027-01-31");
    }
}
