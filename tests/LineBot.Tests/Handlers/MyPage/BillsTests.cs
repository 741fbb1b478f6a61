using LineBot.Tests.Drivers;
using LineBot.Tests.Handlers.Linking;

namespace LineBot.Tests.Handlers.MyPage;

public sealed class BillsTests
{
    [Fact]
    public async Task Shows_this_month_so_far_with_its_dates_and_the_months_before()
    {
        await using var line = await LineTalk.StartAsync();
        var mother = await line.MotherOnMyPageAsync();
        var child = line.SubscriptionId("080-0000-0002");
        await mother.SubmitAsync((await mother.OpenAsync(line, $"/my-page/top-up/{child}/1000")).FormWithButton("1,000円で追加する"));

        var home = await mother.OpenAsync(line, "/my-page");
        var list = await mother.OpenAsync(home.Link("ご利用料金11月・今日まで5,048円"));
        var bill = await mother.OpenAsync(list.Link("2026年10月11月5日(木) 請求4,048円"));

        foreach (var shown in new[] { "11月分（今日まで）", "音声通話 6GBプラン", "データ追加 1GB", "11月16日(月)", "5,048円", "11月30日(月) に締め、12月3日(木) に確定額をお知らせし、12月5日(土) に請求します。" })
            list.Text.ShouldContain(shown);
        foreach (var shown in new[] { "2026年10月の料金", "080-0000-0001 花子さん", "2,420円", "080-0000-0002 陸さん", "1,628円", "4,048円", "368円" })
            bill.Text.ShouldContain(shown);
        bill.Text.ShouldNotContain("データ追加");
    }

    [Theory]
    [InlineData("2026-11")]
    [InlineData("2026-08")]
    [InlineData("10")]
    [InlineData("2026-10-01")]
    public async Task Has_no_page_for_months_that_are_not_closed_or_never_were(string month)
    {
        await using var line = await LineTalk.StartAsync();
        var mother = await line.MotherOnMyPageAsync();

        (await mother.OpenAsync(line, $"/my-page/bills/{month}")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Everybody_sees_their_own_bills()
    {
        await using var line = await LineTalk.StartAsync();
        var friend = line.Phone("Friend");
        await friend.LinkContractorAsync(LinkingSteps.Friend, LinkingSteps.FriendsPassword);
        await friend.OpenMyPageAsync();

        var bill = await friend.OpenAsync(line, "/my-page/bills/2026-10");

        bill.Text.ShouldContain("3,520円");
        bill.Text.ShouldNotContain("080-0000-0001");
    }

    [Fact]
    public async Task Speaks_english_to_whoever_reads_english()
    {
        await using var line = await LineTalk.StartAsync();
        var mother = await line.MotherOnMyPageAsync("en");

        (await mother.OpenAsync(line, "/my-page/bills")).Text.ShouldContain("November 2026, so far");
        (await mother.OpenAsync(line, "/my-page/bills/2026-10")).Text.ShouldContain("Charged on Thu, Nov 5");
    }
}
