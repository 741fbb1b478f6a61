using LineBot.Simulator.Platform;
using LineBot.Tests.Data;
using LineBot.Tests.Drivers;

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

    private static long LeftOfAll(LineTalk line) => line.Count("SELECT SUM(left_kb) FROM data_parts WHERE last_day >= '2026-11-16'");
}
