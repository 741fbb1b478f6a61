using LineBot.Tests.Drivers;
using LineBot.Tests.Storage;

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

    [Theory]
    [MemberData(nameof(HelpTests.Verbs), MemberType = typeof(HelpTests))]
    public void Show_a_run_of_each_verb(string verb) =>
        Docs().Split($"## linebot {verb}\n")[1].Split("\n## ")[0].ShouldMatch($@"```\n\$ (.*\| |PGPASSWORD=\S+ )?linebot {verb}( .*)?\n", "docs/cli.md shows of each verb what a run of it prints.");

    /// <summary>The menus' runs, replay's and the store's need a stage of their own.</summary>
    [Fact]
    public async Task Show_what_runs_print()
    {
        await using var stage = await DocsStage.StartAsync();
        var differences = new List<string>();
        foreach (var shown in ShownRun.All().Where(shown => shown.Arguments is not (["rich-menu", not "render", ..] or ["replay", ..] or ["store", ..])))
        {
            var printed = await stage.RunAsync(shown);
            if (shown.IsWhat(printed))
                continue;
            if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1" && !shown.IsShortened)
                shown.Approve(printed);
            else
                differences.Add($"$ {shown.Command}\n{printed}\n… and docs/cli.md shows:\n{shown.Printed}");
        }
        differences.ShouldBeEmpty("UPDATE_SNAPSHOTS=1 writes docs/cli.md anew, but for what it shortens with …; look at the difference.");
    }

    [PostgresFact]
    public async Task Show_what_a_copy_to_PostgreSQL_prints()
    {
        var shown = ShownRun.All().Single(shown => shown.Arguments is ["store", "copy", ..]);
        await using var store = new TempDatabase(isFile: true);
        using var target = TestStore.OfServer();

        var run = await CliRun.OfAsync(store.Store.Settings, "store", "copy", "--to", target.ConnectionString);

        shown.IsWhat(run.Error + run.Output).ShouldBeTrue($"{run.Error}{run.Output}… and docs/cli.md shows:\n{shown.Printed}");
    }

    private static string Docs() => File.ReadAllText(Path.Combine(Repository.Root, "docs", "cli.md")).ReplaceLineEndings("\n");
}
