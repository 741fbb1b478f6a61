using LineBot.Data;
using LineBot.RichMenu;
using LineBot.Storage;
using LineBot.Tests.Drivers;
using Microsoft.Extensions.DependencyInjection;

namespace LineBot.Tests.Handlers.DataRemaining;

/// <summary>なぜ遅い？ in the talk.</summary>
public sealed class WhySlowTests
{
    [Theory]
    [InlineData("ja", "なぜ遅い？")]
    [InlineData("en", "Why is it slow?")]
    public async Task Answers_from_the_customers_own_state(string language, string question)
    {
        await using var line = await LineTalk.StartAsync(new LineTalkOptions { ClockRuns = false });
        var child = await line.PhoneAsync(LinkState.User, language);
        Snapshot.MatchJson((await child.AskAsync(question)).Json, $"normal.{language}");
        await UseUpAsync(line, 2);
        var slow = await child.AskAsync(question);
        Snapshot.MatchJson(slow.Json, $"slow.{language}");
        slow.Labels.ShouldNotContain("データを追加する");
    }

    [Fact]
    public async Task Tells_a_holder_which_subscriptions_are_slowed_and_anybody_else_what_is_needed_to_know()
    {
        await using var line = await LineTalk.StartAsync(new LineTalkOptions { ClockRuns = false });
        var mother = await line.PhoneAsync(LinkState.Contractor);
        Snapshot.MatchJson((await mother.AskAsync("通信が遅い")).Json, "holder.normal");
        await UseUpAsync(line, 2);
        var slow = await mother.AskAsync("遅い");
        slow.Text.ShouldContain("陸");
        slow.Text.ShouldNotContain("花子");
        Snapshot.MatchJson((await line.Phone("だれか").AskAsync("なぜ遅い")).Json, "nobody");
    }

    [Fact]
    public async Task Offers_the_payer_to_add_data()
    {
        await using var line = await LineTalk.StartAsync();
        var both = await line.PhoneAsync(LinkState.Both);
        await UseUpAsync(line, 2);
        (await both.AskAsync("なぜ遅い")).Labels.ShouldContain("データを追加する");
    }

    private static Task UseUpAsync(LineTalk line, long subscription) => line.Services.GetRequiredService<Database>().WriteAsync(tx =>
        line.Services.GetRequiredService<UsageBook>().Book(
            tx, new UsageReport(subscription, LineBot.Language.JapanTime.DayOf(line.Clock.GetUtcNow()), 9, 20_000_000), line.Clock.GetUtcNow()));
}
