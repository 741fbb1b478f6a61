using LineBot.Simulator.Scenarios;
using LineBot.Tests.Drivers;
using LineBot.Tests.Simulator.Scenarios;

namespace LineBot.Tests.Storage;

/// <summary>The version of today on a store that a newer one has brought up to date: that one is being put in its place, or was and had to go again.</summary>
public sealed class NewerStoreTests
{
    public static TheoryData<string> Scenarios => ScenarioTests.Files;

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task Serves_customers_and_desk_as_before(string file)
    {
        await using var line = await LineTalk.StartAsync();
        await line.PublishMenusAsync();
        using var stage = new ScenarioStage(line.Platform, line.Clock, calm: line.SettledAsync);
        // What this version asks most often is compiled by now, for the tables as they were.
        await line.Phone("誰か").AskTapAsync("data-remaining@1");
        await line.SettledAsync();

        NewerVersion.StartOn(line.Store);

        await stage.PlayAsync(Scenario.Read(await File.ReadAllTextAsync(Path.Combine(ScenarioTests.Folder, file))));
    }

    [Fact]
    public async Task Starts_and_changes_nothing()
    {
        var before = 0L;
        await using var line = await LineTalk.StartAsync(new LineTalkOptions
        {
            PrepareStore = store =>
            {
                NewerVersion.StartOn(store);
                before = store.Count("SELECT COUNT(*) FROM migrations");
            },
        });

        (await line.Phone("はな").AskTapAsync("data-remaining@1")).Text.ShouldContain("利用者連携");

        line.Count("SELECT COUNT(*) FROM migrations").ShouldBe(before);
        line.Count("SELECT COUNT(*) FROM inbox WHERE newer_number = 7").ShouldBeGreaterThan(0);
    }
}
