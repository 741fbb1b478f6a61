using LineBot.Simulator.Platform;
using LineBot.Tests.Data;
using LineBot.Tests.Drivers;
using LineBot.Tests.Language;

namespace LineBot.Tests.Handlers.DataPresent;

/// <summary>データプレゼント through the front door: webhook in, reply and push out.</summary>
public sealed class DataPresentTalkTests
{
    [Fact]
    public async Task Taps_twice_and_events_delivered_twice_are_one_present_of_which_everybody_hears_once()
    {
        await using var line = await LineTalk.StartAsync();
        var (parent, child) = (line.Phone("花子"), line.Phone("陸"));
        await line.LinkUserAsync(parent, "080-0000-0001");
        await line.LinkUserAsync(child, "080-0000-0002");
        var before = LeftOfAll(line);

        var people = await parent.AskTapAsync("data-present@1");
        var amounts = await parent.AskTapAsync(people.Button("陸さん 080-0000-0002"));
        var confirmation = await parent.AskTapAsync(amounts.Button("1GB"));
        line.Platform.Faults.Add(WebhookFault.Duplicate, times: 2);
        var give = confirmation.Button("データプレゼントする");
        await Task.WhenAll(parent.TapAsync(give), parent.TapAsync(give), parent.TapAsync(give));

        (await parent.NextAnswerAsync()).Text.ShouldContain("データをプレゼントしました");
        (await parent.NextAnswerAsync()).Text.ShouldContain("このプレゼントは贈り済みです");
        (await parent.NextAnswerAsync()).Text.ShouldContain("このプレゼントは贈り済みです");
        (await child.NextAnswerAsync()).AltTexts.Single().ShouldBe("花子さんから 1GB のデータプレゼントが届きました");
        await parent.HearsNothingAsync();
        await child.HearsNothingAsync();
        line.Count("SELECT COUNT(*) FROM data_presents").ShouldBe(1);
        LeftOfAll(line).ShouldBe(before);
    }

    [Theory]
    [InlineData("2026-11-30T22:00", "陸さんにもお知らせしています", true)]
    [InlineData("2026-11-29T22:00", "夜間のため、陸さんには朝にお知らせします", false)]
    public async Task A_present_of_the_months_last_evening_is_told_before_it_expires(string now, string said, bool isTold)
    {
        await using var line = await LineTalk.StartAsync(new LineTalkOptions { StartsAt = Tokyo.At(now) });
        var (parent, child) = (line.Phone("花子"), line.Phone("陸"));
        await line.LinkUserAsync(parent, "080-0000-0001");
        await line.LinkUserAsync(child, "080-0000-0002");

        var people = await parent.AskTapAsync("data-present@1");
        var amounts = await parent.AskTapAsync(people.Button("陸さん 080-0000-0002"));
        var confirmation = await parent.AskTapAsync(amounts.Button("500MB"));
        (await parent.AskTapAsync(confirmation.Button("データプレゼントする"))).Text.ShouldContain(said);
        if (isTold)
            (await child.NextAnswerAsync()).AltTexts.Single().ShouldBe("花子さんから 500MB のデータプレゼントが届きました");
        await child.HearsNothingAsync();
    }

    private static long LeftOfAll(LineTalk line) => line.Count("SELECT SUM(left_kb) FROM data_parts WHERE last_day >= '2026-11-16'");
}
