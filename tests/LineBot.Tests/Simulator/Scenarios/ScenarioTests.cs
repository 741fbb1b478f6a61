using LineBot.Simulator.Scenarios;
using LineBot.Tests.Drivers;

namespace LineBot.Tests.Simulator.Scenarios;

public sealed class ScenarioTests
{
    public static readonly string Folder = Path.Combine(Repository.Root, "tests", "scenarios");

    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Folder, "*.txt").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Goes_as_it_is_told(string file)
    {
        await using var line = await LineTalk.StartAsync();
        await line.PublishMenusAsync();
        using var stage = new ScenarioStage(line.Platform, line.Clock, calm: line.SettledAsync);

        await stage.PlayAsync(Scenario.Read(await File.ReadAllTextAsync(Path.Combine(Folder, file))));
    }

    [Theory]
    [InlineData("親がメニューの「データ残量確認」をタップ", "{WHO}がメニューの「{LABEL}」をタップする")]
    [InlineData("時計を月末へする", "時計を月末にする")]
    [InlineData("child see \"2.4GB\"", "{WHO} sees \"{TEXT}\"")]
    public async Task Names_the_line_and_the_nearest_step_for_a_sentence_it_does_not_know(string sentence, string nearest)
    {
        await using var line = await LineTalk.StartAsync();
        using var stage = new ScenarioStage(line.Platform, line.Clock, calm: line.SettledAsync);

        var failure = await Should.ThrowAsync<ScenarioException>(() => stage.PlayAsync(Scenario.Read($"# Title\n\n親が「こんにちは」と送る\n{sentence}")));

        failure.Message.ShouldBe($"Line 4 is not understood: {sentence}\nThe nearest step is: {nearest}");
        line.Platform.Phones.ShouldBeEmpty("nothing is played of what is not understood to its end");
    }

    [Fact]
    public async Task Shows_the_talk_where_it_goes_otherwise()
    {
        await using var line = await LineTalk.StartAsync();
        using var stage = new ScenarioStage(line.Platform, line.Clock, calm: line.SettledAsync);

        var failure = await Should.ThrowAsync<ScenarioException>(() => stage.PlayAsync(Scenario.Read("親が「残量」と送る\n親に「契約者連携」と表示されない\n親が「ない」をタップする")));

        failure.Message.ShouldStartWith("Line ");
        failure.Message.ShouldContain("── 親");
        failure.Message.ShouldContain("  (own) 残量");
        failure.Message.ShouldContain("▶ ");
    }

    [Fact]
    public void Every_step_is_in_the_documentation()
    {
        var documented = File.ReadAllText(Path.Combine(Repository.Root, "docs", "simulator.md"));
        using var clock = new LineBot.Simulator.Clock.TurnableClock();
        using var stage = new ScenarioStage(null!, clock);

        stage.Steps.SelectMany(step => step.Sentences).Where(sentence => !documented.Contains($"`{sentence}`", StringComparison.Ordinal)).ShouldBeEmpty();
    }
}
