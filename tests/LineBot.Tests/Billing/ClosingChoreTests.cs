using LineBot.Billing;
using LineBot.Operations;
using LineBot.Tests.Drivers;
using LineBot.Tests.Handlers.Linking;
using LineBot.Tests.Language;
using Microsoft.Extensions.DependencyInjection;

namespace LineBot.Tests.Billing;

/// <summary>The month's end in the running service.</summary>
public sealed class ClosingChoreTests
{
    private static readonly LineTalkOptions LastMinute = new() { StartsAt = Tokyo.At("2026-11-30T23:59"), ClockRuns = false };

    [Fact]
    public async Task Closes_every_contracts_month_within_minutes_of_its_end_and_once()
    {
        await using var line = await LineTalk.StartAsync(LastMinute);
        await PortionAsync(line, "ClosingChore");
        Closed(line, "2026-10-01").ShouldBe(2);
        Closed(line, "2026-11-01").ShouldBe(0);

        for (var minutes = 0; minutes < 30; minutes += 10)
            await line.TurnAsync(TimeSpan.FromMinutes(10));
        await line.EventuallyAsync(() => Closed(line, "2026-11-01") == 2, "November to be closed");

        line.Count("SELECT COUNT(*) FROM bills").ShouldBe(6);
        line.Count("SELECT SUM(yen) FROM bills WHERE month = '2026-11-01'").ShouldBe(2420 + 1628 + 3520);
    }

    [Fact]
    public async Task A_customer_who_looks_and_the_chore_do_not_close_it_twice()
    {
        await using var line = await LineTalk.StartAsync(LastMinute);
        var contract = line.Count("SELECT id FROM contracts WHERE login_id = 'oya@example.jp'");
        var bills = line.Services.GetRequiredService<Bills>();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => line.InStoreAsync(tx => bills.Close(tx, contract, Tokyo.At("2026-12-01T00:00")))));

        line.Count($"SELECT COUNT(*) FROM bills WHERE contract_id = {contract} AND month = '2026-11-01'").ShouldBe(1);
        line.Count("SELECT COUNT(*) FROM bills b WHERE yen <> (SELECT SUM(yen) FROM bill_lines WHERE bill_id = b.id)").ShouldBe(0);
    }

    [Theory]
    [InlineData("2026-12-02T20:50", 0)]
    [InlineData("2026-12-03T07:59", 0)]
    [InlineData("2026-12-03T08:00", 1)]
    [InlineData("2026-12-03T20:59", 1)]
    [InlineData("2026-12-03T21:00", 0)]
    [InlineData("2026-12-06T20:59", 1)]
    [InlineData("2026-12-07T09:00", 0)]
    public async Task Tells_the_amount_from_the_3rd_by_day_for_a_few_days(string now, int told)
    {
        await using var line = await LineTalk.StartAsync(new LineTalkOptions { StartsAt = Tokyo.At(now), ClockRuns = false });
        await PortionAsync(line, "ClosingChore");
        var mother = line.Phone("Mother");
        await mother.LinkContractorAsync();
        // The service's own round at its start found nobody to tell.
        await line.InStoreAsync(tx => tx.Execute("UPDATE bills SET told_at = NULL"));

        for (var times = 0; times < 2; times++)
            await PortionAsync(line, "BillNoticeChore");

        if (told > 0)
            (await mother.NextAnswerAsync()).Text.ShouldContain("11月分のご利用料金は 4,048円（税込）です。12月5日(土) に請求します。");
        await mother.HearsNothingAsync();
    }

    [Fact]
    public async Task Tells_no_amount_to_a_holder_who_turned_that_off()
    {
        await using var line = await LineTalk.StartAsync(new LineTalkOptions { StartsAt = Tokyo.At("2026-12-03T12:00"), ClockRuns = false });
        await PortionAsync(line, "ClosingChore");
        var mother = line.Phone("Mother");
        await mother.LinkContractorAsync();
        (await line.Phone("はな").AskAsync("お知らせ設定")).Text.ShouldNotContain("ご請求額", Case.Sensitive, "no business of a child");
        (await mother.AskAsync("お知らせ設定")).Text.ShouldContain("ご請求額の確定");
        await mother.AskTapAsync("notice-settings/stop@1?kind=bill-closed");
        await line.InStoreAsync(tx => tx.Execute("UPDATE bills SET told_at = NULL"));

        await PortionAsync(line, "BillNoticeChore");
        await mother.HearsNothingAsync();
        line.Count("SELECT COUNT(*) FROM notices WHERE kind = 'bill-closed' AND state = 'switched-off'").ShouldBe(1);
    }

    private static Task<bool> PortionAsync(LineTalk line, string chore) =>
        line.Services.GetServices<IChore>().Single(one => one.GetType().Name == chore).DoPortionAsync(CancellationToken.None);

    private static long Closed(LineTalk line, string month) => line.Count($"SELECT COUNT(*) FROM bills WHERE month = '{month}'");
}
