using LineBot.Tests.Drivers;
using LineBot.Tests.Handlers.Linking;
using LineBot.Tests.Language;

namespace LineBot.Tests.Handlers.MyPage;

public sealed class PlanChangeTests
{
    private const string Child = "080-0000-0002";

    [Fact]
    public async Task Changes_from_next_month_once_confirmed_and_tells_it_once()
    {
        await using var line = await LineTalk.StartAsync();
        var mother = await line.MotherOnMyPageAsync();

        var choose = await mother.OpenAsync(line, PathOf(line));
        var ask = await mother.OpenAsync(choose.Link("音声通話 6GBプラン2,420円"));
        NextPlan(line).ShouldBe("");
        var changed = await mother.SubmitAsync(ask.FormWithButton("このプランに変更する"));
        await mother.SubmitAsync(ask.FormWithButton("このプランに変更する"));

        choose.Text.ShouldContain("毎月 3GB");
        choose.Text.ShouldNotContain("データのみ");
        foreach (var shown in new[] { "音声通話 3GBプラン", "1,628円", "音声通話 6GBプラン", "2,420円", "12月から", "11月30日(月) までは、いまのプランのまま" })
            ask.Text.ShouldContain(shown);
        changed.Text.ShouldContain("変更を受け付けています");
        NextPlan(line).ShouldBe("voice-6gb");
        (await mother.NextAnswerAsync()).Text.ShouldContain("プラン変更を受け付けました");
        await mother.HearsNothingAsync();
        (await mother.OpenAsync(line, "/my-page")).Text.ShouldContain("来月から 音声通話 6GBプラン");
        // What waits is not offered again.
        (await mother.OpenAsync(line, $"{PathOf(line)}/to/voice-6gb")).Address.AbsolutePath.ShouldBe(PathOf(line));
    }

    [Fact]
    public async Task Another_choice_takes_the_place_of_the_first_and_can_be_cancelled_until_the_month_ends()
    {
        await using var line = await LineTalk.StartAsync(new LineTalkOptions { StartsAt = Tokyo.At("2026-11-30T23:50"), ClockRuns = false });
        var mother = await line.MotherOnMyPageAsync();
        await AskForAsync(mother, line, "voice-6gb");
        var second = await mother.OpenAsync(line, $"{PathOf(line)}/to/voice-12gb");
        var waiting = await mother.SubmitAsync(second.FormWithButton("このプランに変更する"));
        await mother.NextAnswerAsync();

        second.Text.ShouldContain("「音声通話 6GBプラン」への変更は取り消されます");
        NextPlan(line).ShouldBe("voice-12gb");

        var cancelled = await mother.SubmitAsync(waiting.FormWithButton("プラン変更を取り消す"));
        await mother.SubmitAsync(waiting.FormWithButton("プラン変更を取り消す"));
        cancelled.Text.ShouldNotContain("変更を受け付けています");
        NextPlan(line).ShouldBe("");
        (await mother.NextAnswerAsync()).Text.ShouldContain("取り消しました");
        await mother.HearsNothingAsync();
    }

    [Fact]
    public async Task A_page_left_open_over_the_months_end_changes_and_cancels_nothing_unasked()
    {
        await using var line = await LineTalk.StartAsync(new LineTalkOptions { StartsAt = Tokyo.At("2026-11-30T23:50"), ClockRuns = false });
        var mother = await line.MotherOnMyPageAsync();
        var open = await mother.OpenAsync(line, $"{PathOf(line)}/to/voice-500mb");
        var waiting = await AskForAsync(mother, line, "voice-6gb");

        await line.TurnAsync(TimeSpan.FromMinutes(10));
        await mother.SubmitAsync(waiting.FormWithButton("プラン変更を取り消す"));
        var again = await mother.SubmitAsync(open.FormWithButton("このプランに変更する"));

        Plan(line).ShouldBe("voice-6gb");
        NextPlan(line).ShouldBe("");
        again.Text.ShouldContain("もう一度ご確認ください");
        again.Text.ShouldContain("1月から");
        line.Count($"SELECT COUNT(*) FROM subscription_plans WHERE subscription_id = {line.SubscriptionId(Child)} AND from_month = '2026-12-01' AND plan_id = 'voice-6gb'").ShouldBe(1);
        await mother.HearsNothingAsync();
    }

    [Theory]
    [InlineData("voice-3gb")]
    [InlineData("data-6gb")]
    [InlineData("voice-none")]
    public async Task Refuses_the_present_plan_the_other_kind_and_what_is_not_sold(string plan)
    {
        await using var line = await LineTalk.StartAsync();
        var mother = await line.MotherOnMyPageAsync();
        var form = (await mother.OpenAsync(line, $"{PathOf(line)}/to/voice-6gb")).FormWithButton("このプランに変更する");

        (await mother.OpenAsync(line, $"{PathOf(line)}/to/{plan}")).Text.ShouldContain("このプランには変更できません");
        var forged = await mother.SubmitAsync(form.Redirect(new Uri(line.Address, $"{PathOf(line)}/to/{plan}")));

        forged.Status.ShouldBe(404);
        NextPlan(line).ShouldBe("");
    }

    [Fact]
    public async Task Refuses_another_price_than_was_shown_and_a_form_that_makes_no_sense()
    {
        await using var line = await LineTalk.StartAsync();
        var mother = await line.MotherOnMyPageAsync();
        var ask = await mother.OpenAsync(line, $"{PathOf(line)}/to/voice-6gb");

        (await mother.SubmitAsync(ask.FormWithButton("このプランに変更する").Fill("yen", "1"))).Text.ShouldContain("もう一度ご確認ください");
        var nonsense = await mother.SubmitAsync(ask.FormWithButton("このプランに変更する").Fill("on", "tomorrow"));

        nonsense.Status.ShouldBe(400);
        nonsense.Text.ShouldContain("もう一度");
        NextPlan(line).ShouldBe("");
    }

    [Fact]
    public async Task Changes_nothing_of_another_contract()
    {
        await using var line = await LineTalk.StartAsync();
        var friend = line.Phone("Friend");
        await friend.LinkContractorAsync(LinkingSteps.Friend, LinkingSteps.FriendsPassword);
        await friend.OpenMyPageAsync();
        var own = $"/my-page/plan/{line.SubscriptionId("080-0000-0003")}/to/voice-6gb";
        var form = (await friend.OpenAsync(line, own)).FormWithButton("このプランに変更する");

        (await friend.OpenAsync(line, PathOf(line))).Status.ShouldBe(404);
        (await friend.OpenAsync(line, $"{PathOf(line)}/to/voice-6gb")).Status.ShouldBe(404);
        (await friend.SubmitAsync(form.Redirect(new Uri(line.Address, $"{PathOf(line)}/to/voice-6gb")))).Status.ShouldBe(404);
        (await friend.SubmitAsync(form.Redirect(new Uri(line.Address, $"{PathOf(line)}/cancel")))).Status.ShouldBe(404);

        NextPlan(line).ShouldBe("");
    }

    [Fact]
    public async Task Speaks_english_to_whoever_reads_english()
    {
        await using var line = await LineTalk.StartAsync();
        var mother = await line.MotherOnMyPageAsync("en");

        var ask = await mother.OpenAsync(line, $"{PathOf(line)}/to/voice-6gb");
        var changed = await mother.SubmitAsync(ask.FormWithButton("Change to this plan"));

        changed.Text.ShouldContain("From Tue, Dec 1 your plan is Voice 6GB plan (6 GB, ¥2,420 a month).");
        (await mother.NextAnswerAsync()).Text.ShouldContain("Your plan will change");
    }

    private static async Task<WebPage> AskForAsync(PhoneDriver mother, LineTalk line, string plan)
    {
        var ask = await mother.OpenAsync(line, $"{PathOf(line)}/to/{plan}");
        var waiting = await mother.SubmitAsync(ask.FormWithButton("このプランに変更する"));
        await mother.NextAnswerAsync();
        return waiting;
    }

    private static string PathOf(LineTalk line) => $"/my-page/plan/{line.SubscriptionId(Child)}";

    private static string Plan(LineTalk line) => Text(line, "plan_id");

    private static string NextPlan(LineTalk line) => Text(line, "COALESCE(next_plan_id, '')");

    private static string Text(LineTalk line, string column) =>
        line.InStoreAsync(tx => tx.Get<string>($"SELECT {column} FROM subscriptions WHERE phone_number = '{Child}'")).GetAwaiter().GetResult();
}
