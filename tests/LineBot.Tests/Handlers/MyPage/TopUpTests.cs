using LineBot.Tests.Drivers;
using LineBot.Tests.Handlers.Linking;

namespace LineBot.Tests.Handlers.MyPage;

public sealed class TopUpTests
{
    private const string Child = "080-0000-0002";
    private const string Purchases = "SELECT COUNT(*) FROM data_top_ups";

    [Fact]
    public async Task Adds_data_once_however_often_the_button_is_pressed_and_tells_both_in_the_talk()
    {
        await using var line = await LineTalk.StartAsync();
        var (mother, child) = (line.Phone("Mother"), line.Phone("Riku"));
        await mother.LinkContractorAsync();
        await child.LinkUserAsync(line, Child);
        await mother.NextAnswerAsync();
        await mother.OpenMyPageAsync();

        var choose = await mother.OpenAsync(line, $"/my-page/top-up/{line.SubscriptionId(Child)}");
        var ask = await mother.OpenAsync(choose.Link("1GB1,000円"));
        line.Count(Purchases).ShouldBe(0);
        var form = ask.FormWithButton("1,000円で追加する");
        var done = await mother.SubmitAsync(form);
        var again = await mother.SubmitAsync(form);

        ask.Text.ShouldContain("12月31日(木) まで");
        ask.Text.ShouldContain("11月分の料金に加算");
        done.Text.ShouldContain("データを追加しました");
        again.Text.ShouldContain("データを追加しました");
        line.Count(Purchases).ShouldBe(1);
        line.Count("SELECT SUM(kb) FROM data_top_ups").ShouldBe(1_000_000);
        (await mother.NextAnswerAsync()).Text.ShouldContain("1,000円");
        var told = await child.NextAnswerAsync();
        told.Text.ShouldContain("1GB を追加しました");
        told.Text.ShouldNotContain("円");
        await mother.HearsNothingAsync();
        await child.HearsNothingAsync();
    }

    [Fact]
    public async Task Two_presses_at_once_add_it_once()
    {
        await using var line = await LineTalk.StartAsync();
        var mother = await line.MotherOnMyPageAsync();
        var ask = await mother.OpenAsync(line, $"/my-page/top-up/{line.SubscriptionId(Child)}/3000");
        var form = ask.FormWithButton("3,000円で追加する");

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => mother.SubmitAsync(form)));

        line.Count(Purchases).ShouldBe(1);
        await mother.NextAnswerAsync();
        await mother.HearsNothingAsync();
    }

    [Fact]
    public async Task A_second_confirmation_within_ten_minutes_says_what_was_just_added()
    {
        await using var line = await LineTalk.StartAsync(new LineTalkOptions { ClockRuns = false });
        var mother = await line.MotherOnMyPageAsync();
        var path = $"/my-page/top-up/{line.SubscriptionId(Child)}/500";
        var first = await mother.OpenAsync(line, path);
        await mother.SubmitAsync(first.FormWithButton("500円で追加する"));
        await mother.NextAnswerAsync();

        await line.TurnAsync(TimeSpan.FromMinutes(10));
        var soon = await mother.OpenAsync(line, path);
        await line.TurnAsync(TimeSpan.FromSeconds(1));
        var later = await mother.OpenAsync(line, path);
        await mother.SubmitAsync(later.FormWithButton("500円で追加する"));

        first.Text.ShouldNotContain("追加したばかり");
        soon.Text.ShouldContain("500MB を追加したばかりです");
        later.Text.ShouldNotContain("追加したばかり");
        line.Count(Purchases).ShouldBe(2);
    }

    [Fact]
    public async Task Refuses_amounts_that_are_not_sold_other_prices_and_other_peoples_subscriptions()
    {
        await using var line = await LineTalk.StartAsync();
        var friend = line.Phone("Friend");
        await friend.LinkContractorAsync(LinkingSteps.Friend, LinkingSteps.FriendsPassword);
        await friend.OpenMyPageAsync();
        var (own, other) = (line.SubscriptionId("080-0000-0003"), line.SubscriptionId(Child));
        var form = (await friend.OpenAsync(line, $"/my-page/top-up/{own}/1000")).FormWithButton("1,000円で追加する");

        (await friend.OpenAsync(line, $"/my-page/top-up/{own}/999")).Status.ShouldBe(404);
        (await friend.OpenAsync(line, $"/my-page/top-up/{own}/done/unknown")).Address.AbsolutePath.ShouldBe($"/my-page/top-up/{own}");
        foreach (var path in new[] { $"/my-page/top-up/{other}", $"/my-page/top-up/{other}/1000", $"/my-page/top-up/{other}/done/x" })
            (await friend.OpenAsync(line, path)).Status.ShouldBe(404);
        (await friend.SubmitAsync(form.Redirect(new Uri(line.Address, $"/my-page/top-up/{other}/1000")))).Status.ShouldBe(404);
        (await friend.SubmitAsync(form.Redirect(new Uri(line.Address, $"/my-page/top-up/{own}/3000")))).Address.AbsolutePath.ShouldBe($"/my-page/top-up/{own}");
        (await friend.SubmitAsync(form.Fill("yen", "1").Redirect(new Uri(line.Address, $"/my-page/top-up/{own}/1000")))).Address.AbsolutePath.ShouldBe($"/my-page/top-up/{own}");

        line.Count(Purchases).ShouldBe(0);
    }

    [Fact]
    public async Task A_button_of_the_talk_leads_straight_there_for_the_holder_of_that_subscription_alone()
    {
        await using var line = await LineTalk.StartAsync();
        var (mother, child, friend) = (line.Phone("Mother"), line.Phone("Riku"), line.Phone("Friend"));
        await mother.LinkContractorAsync();
        await child.LinkUserAsync(line, Child);
        await mother.NextAnswerAsync();
        await friend.LinkContractorAsync(LinkingSteps.Friend, LinkingSteps.FriendsPassword);
        var tap = $"my-page/top-up@1?subscription={line.SubscriptionId(Child)}";

        var enter = await mother.OpenAsync((await mother.AskTapAsync(tap)).Link("データを追加する"));
        var page = await mother.SubmitAsync(enter.Form("ticket"));

        page.Address.AbsolutePath.ShouldBe($"/my-page/top-up/{line.SubscriptionId(Child)}");
        page.Text.ShouldContain("追加する量");
        foreach (var stranger in new[] { child, friend })
        {
            foreach (var forged in new[] { tap, "my-page/top-up@1?subscription=999" })
                (await stranger.AskTapAsync(forged)).Text.ShouldContain("契約者連携をするとご利用いただけます");
        }
        (await child.AskTapAsync("my-page/top-up@1")).Text.ShouldContain("契約者連携をするとご利用いただけます");
        (await mother.AskTapAsync("my-page/top-up@1")).Text.ShouldContain("マイページを開く");
    }

    [Fact]
    public async Task Speaks_english_to_whoever_reads_english()
    {
        await using var line = await LineTalk.StartAsync();
        var mother = await line.MotherOnMyPageAsync("en");

        var ask = await mother.OpenAsync(line, $"/my-page/top-up/{line.SubscriptionId(Child)}/1000");
        var done = await mother.SubmitAsync(ask.FormWithButton("Add it for ¥1,000"));

        ask.Text.ShouldContain("On the bill of November");
        done.Text.ShouldContain("Data added");
        (await mother.NextAnswerAsync()).Text.ShouldContain("1 GB was added to 080-0000-0002");
    }
}
