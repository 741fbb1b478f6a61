using LineBot.Tests.Drivers;

namespace LineBot.Tests.Cli;

public sealed class CliDocsTests
{
    [Theory]
    [MemberData(nameof(HelpTests.Verbs), MemberType = typeof(HelpTests))]
    public async Task Tell_of_each_verb_what_its_help_tells(string verb)
    {
        var help = (await CliRun.OfAsync([.. verb.Split(' '), "--help"])).Output;
        var description = help.Split('\n')[1].Trim();

        Docs().ShouldContain($"## linebot {verb}\n\n{description}");
    }

    [Fact]
    public void Tell_of_nothing_else() =>
        Docs().Split('\n').Count(line => line.StartsWith("## linebot ", StringComparison.Ordinal)).ShouldBe(HelpTests.AllVerbs.Count);

    private static string Docs() => File.ReadAllText(Path.Combine(Repository.Root, "docs", "cli.md")).ReplaceLineEndings("\n");
}
