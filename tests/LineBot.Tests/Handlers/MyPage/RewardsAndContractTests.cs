using LineBot.Tests.Drivers;
using LineBot.Tests.Handlers.Linking;

namespace LineBot.Tests.Handlers.MyPage;

public sealed class RewardsAndContractTests
{
    [Theory]
    [InlineData("2026-12-15", "あと29日お待ちください")]
    [InlineData("2026-11-17", "あと1日お待ちください")]
    public async Task Counts_the_days_until_a_reward(string grantOn, string shown)
    {
        await using var line = await LineTalk.StartAsync();
        var mother = await line.MotherOnMyPageAsync();
        await line.InStoreAsync(tx => tx.Execute("UPDATE campaign_rewards SET grant_on = @grantOn", new { grantOn }));

        var page = await mother.OpenAsync(line, "/my-page/rewards");

        page.Text.ShouldContain("3,000ポイント");
        page.Text.ShouldContain($"契約者連携を解除しないで、{shown}");
    }

    [Fact]
    public async Task Counts_no_more_days_once_a_reward_is_due()
    {
        await using var line = await LineTalk.StartAsync();
        var mother = await line.MotherOnMyPageAsync();
        await line.InStoreAsync(tx => tx.Execute("UPDATE campaign_rewards SET grant_on = '2026-11-16'"));

        (await mother.OpenAsync(line, "/my-page/rewards")).Text.ShouldNotContain("あと");
        (await mother.OpenAsync(line, "/my-page")).Text.ShouldNotContain("あと");
    }

    [Fact]
    public async Task Says_what_has_become_of_each_reward()
    {
        await using var line = await LineTalk.StartAsync();
        var mother = await line.MotherOnMyPageAsync();

        await SettleAsync(line, "granted");
        var granted = await mother.OpenAsync(line, "/my-page/rewards");
        await SettleAsync(line, "forfeited");
        var lost = await mother.OpenAsync(line, "/my-page/rewards");
        await line.InStoreAsync(tx => tx.Execute("DELETE FROM campaign_rewards"));
        var none = await mother.OpenAsync(line, "/my-page/rewards");

        granted.Text.ShouldContain("付与済み");
        granted.Text.ShouldNotContain("あと");
        lost.Text.ShouldContain("対象外になりました");
        none.Text.ShouldContain("適用中のキャンペーンはありません");
    }

    [Fact]
    public async Task Shows_the_contract_and_its_subscriptions()
    {
        await using var line = await LineTalk.StartAsync();
        var mother = await line.MotherOnMyPageAsync();

        var page = await mother.OpenAsync((await mother.OpenAsync(line, "/my-page")).Link("ご契約内容oya@example.jp"));

        foreach (var shown in new[] { "oya@example.jp", "山田 花子", "ヤマダ ハナコ", "〒100-0001 東京都千代田区千代田1-1", "2026年9月1日", "ご契約中の回線（2）", "未確認" })
            page.Text.ShouldContain(shown);
    }

    [Fact]
    public async Task Says_that_the_connection_is_slow_and_leads_to_more_data()
    {
        await using var line = await LineTalk.StartAsync();
        var mother = await line.MotherOnMyPageAsync();
        var child = line.SubscriptionId("080-0000-0002");
        (await mother.OpenAsync(line, "/my-page")).Text.ShouldNotContain("200kbps");
        await line.InStoreAsync(tx => tx.Execute($"UPDATE data_parts SET left_kb = 0 WHERE subscription_id = {child}"));

        var slow = await mother.OpenAsync(line, "/my-page");
        var ask = await mother.OpenAsync(line, $"/my-page/top-up/{child}/500");
        await mother.SubmitAsync(ask.FormWithButton("500円で追加する"));

        slow.Text.ShouldContain("通信速度を200kbpsに抑えています");
        ask.Text.ShouldContain("通信速度はすぐに通常に戻ります");
        (await mother.OpenAsync(line, "/my-page")).Text.ShouldNotContain("200kbps");
    }

    [Fact]
    public async Task Speaks_english_to_whoever_reads_english()
    {
        await using var line = await LineTalk.StartAsync();
        var mother = await line.MotherOnMyPageAsync("en");

        (await mother.OpenAsync(line, "/my-page/rewards")).Text.ShouldContain("Keep the contractor link for 29 more days.");
        (await mother.OpenAsync(line, "/my-page/contract")).Text.ShouldContain("Contract information");
        (await mother.OpenAsync(line, "/my-page/links")).Text.ShouldContain("Undo the contractor link");
    }

    private static Task<int> SettleAsync(LineTalk line, string state) => line.InStoreAsync(tx =>
        tx.Execute("UPDATE campaign_rewards SET state = @state, settled_at = @now, lost_by = CASE @state WHEN 'forfeited' THEN 'link-undone' END", new { state, now = line.Clock.GetUtcNow() }));
}
