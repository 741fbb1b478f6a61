using LineBot.Tests.Drivers;
using LineBot.Tests.Handlers.Linking;

namespace LineBot.Tests.Handlers.MyPage;

public sealed class OptionsTests
{
    private const string Child = "080-0000-0002";

    [Fact]
    public async Task An_option_that_costs_is_confirmed_and_taken_once()
    {
        await using var line = await LineTalk.StartAsync();
        var mother = await line.MotherOnMyPageAsync();

        var list = await mother.OpenAsync(line, PathOf(line));
        var ask = await mother.OpenAsync(line, $"{PathOf(line)}/sns-free");
        Has(line, "sns-free").ShouldBeFalse();
        var taken = await mother.SubmitAsync(ask.FormWithButton("月額 280円 でつける"));
        await mother.SubmitAsync(ask.FormWithButton("月額 280円 でつける"));

        list.Text.ShouldContain("つけられるオプション");
        ask.Text.ShouldContain("11月分から月額料金がかかります");
        taken.Text.ShouldContain("「SNSデータフリー」をつけました。");
        Has(line, "sns-free").ShouldBeTrue();
        (await mother.OpenAsync(line, "/my-page")).Text.ShouldContain("LINEデータフリー、SNSデータフリー");
    }

    [Fact]
    public async Task Turning_one_off_says_what_is_lost_and_keeps_it_for_the_bill()
    {
        await using var line = await LineTalk.StartAsync();
        var mother = await line.MotherOnMyPageAsync();
        await mother.SubmitAsync((await mother.OpenAsync(line, $"{PathOf(line)}/sns-free")).FormWithButton("月額 280円 でつける"));

        var ask = await mother.OpenAsync(line, $"{PathOf(line)}/sns-free");
        var dropped = await mother.SubmitAsync(ask.FormWithButton("オプションをはずす"));
        await mother.SubmitAsync(ask.FormWithButton("オプションをはずす"));
        var once = await mother.OpenAsync(line, $"{PathOf(line)}/sns-free");

        ask.Text.ShouldContain("11月分の月額料金はかかります。来月からはかかりません。");
        dropped.Text.ShouldContain("「SNSデータフリー」をはずしました。");
        Has(line, "sns-free").ShouldBeFalse();
        line.Count("SELECT COUNT(*) FROM ended_options").ShouldBe(1);
        once.Text.ShouldContain("すでに今月の料金に含まれています");
    }

    [Fact]
    public async Task What_costs_nothing_is_one_tap()
    {
        await using var line = await LineTalk.StartAsync();
        var mother = await line.MotherOnMyPageAsync();
        await mother.SubmitAsync((await mother.OpenAsync(line, $"{PathOf(line)}/line-free")).FormWithButton("オプションをはずす"));
        Has(line, "line-free").ShouldBeFalse();

        var list = await mother.OpenAsync(line, PathOf(line));
        await mother.SubmitAsync(list.FormWithButton("つける"));

        list.Text.ShouldContain("ご利用中のオプションはありません");
        Has(line, "line-free").ShouldBeTrue();
    }

    [Fact]
    public async Task Refuses_other_prices_what_is_not_sold_and_other_peoples_subscriptions()
    {
        await using var line = await LineTalk.StartAsync();
        var friend = line.Phone("Friend");
        await friend.LinkContractorAsync(LinkingSteps.Friend, LinkingSteps.FriendsPassword);
        await friend.OpenMyPageAsync();
        var own = $"/my-page/options/{line.SubscriptionId("080-0000-0003")}";
        await line.InStoreAsync(tx => tx.Execute("UPDATE options SET is_offered = 0 WHERE id = 'sns-music-free'"));
        var form = (await friend.OpenAsync(line, $"{own}/sns-free")).FormWithButton("月額 280円 でつける");

        (await friend.OpenAsync(line, $"{own}/sns-music-free")).Text.ShouldContain("このオプションは選べません");
        (await friend.OpenAsync(line, $"{own}/none")).Status.ShouldBe(404);
        (await friend.OpenAsync(line, PathOf(line))).Status.ShouldBe(404);
        (await friend.OpenAsync(line, $"{PathOf(line)}/sns-free")).Status.ShouldBe(404);
        (await friend.SubmitAsync(form.Redirect(new Uri(line.Address, $"{PathOf(line)}/sns-free")))).Status.ShouldBe(404);
        (await friend.SubmitAsync(form.Redirect(new Uri(line.Address, $"{own}/sns-music-free")))).Status.ShouldBe(404);
        var otherPrice = await friend.SubmitAsync(form.Fill("yen", "0").Redirect(new Uri(line.Address, $"{own}/sns-free")));

        otherPrice.Text.ShouldContain("月額 280円 でつける");
        line.Count("SELECT COUNT(*) FROM subscription_options WHERE option_id <> 'line-free'").ShouldBe(0);
    }

    [Fact]
    public async Task An_option_no_longer_sold_can_be_turned_off_after_saying_that_it_does_not_come_back()
    {
        await using var line = await LineTalk.StartAsync();
        var mother = await line.MotherOnMyPageAsync();
        await line.InStoreAsync(tx => tx.Execute("UPDATE options SET is_offered = 0 WHERE id = 'line-free'"));

        var ask = await mother.OpenAsync(line, $"{PathOf(line)}/line-free");
        await mother.SubmitAsync(ask.FormWithButton("オプションをはずす"));

        ask.Text.ShouldContain("もう一度つけることはできません");
        (await mother.OpenAsync(line, PathOf(line))).Text.ShouldNotContain("LINEデータフリー");
    }

    [Fact]
    public async Task Speaks_english_to_whoever_reads_english()
    {
        await using var line = await LineTalk.StartAsync();
        var mother = await line.MotherOnMyPageAsync("en");

        var ask = await mother.OpenAsync(line, $"{PathOf(line)}/sns-free");
        var taken = await mother.SubmitAsync(ask.FormWithButton("Turn it on for ¥280 a month"));

        ask.Text.ShouldContain("The fee is charged from November on, in full.");
        taken.Text.ShouldContain("SNS data-free is on.");
    }

    private static string PathOf(LineTalk line) => $"/my-page/options/{line.SubscriptionId(Child)}";

    private static bool Has(LineTalk line, string option) =>
        line.Count($"SELECT COUNT(*) FROM subscription_options WHERE subscription_id = {line.SubscriptionId(Child)} AND option_id = '{option}'") == 1;
}
