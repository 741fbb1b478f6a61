namespace LineBot.Tests.Cli;

public sealed class HelpTests
{
    internal static readonly IReadOnlyList<string> AllVerbs =
    [
        "setup", "doctor",
        "rich-menu check", "rich-menu render", "rich-menu plan", "rich-menu apply", "rich-menu rollback", "rich-menu status",
        "events list", "events show", "events retry", "events discard", "health", "migrate", "replay",
        "inquiry list", "inquiry show", "inquiry answer", "inquiry close",
        "application list", "application show", "application approve", "application decline",
        "catalogue show", "catalogue load", "contracts import", "campaign list", "campaign add", "campaign close", "rewards export", "customer find", "customer unlink", "customer export", "customer erase",
        "data show", "data explain", "usage import", "month-turn",
        "knowledge check", "knowledge evaluate", "knowledge ask",
        "operator add", "operator reset", "operator disable", "operator enable", "backup", "restore", "store copy",
    ];

    public static TheoryData<string> Verbs => [.. AllVerbs];

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task Teaches_each_verb_with_an_example_in_both_languages(string verb)
    {
        var english = await CliRun.OfAsync([.. verb.Split(' '), "--help"]);
        var japanese = await CliRun.OfAsync([.. verb.Split(' '), "--help", "--lang", "ja"]);

        english.ExitCode.ShouldBe(0);
        english.Output.ShouldContain("Description:\n");
        english.Output.ShouldContain("Examples:\n");
        english.Output.ShouldContain($"linebot {verb}");
        english.Output.ShouldContain("Exit codes: 0 done, 1 failed, 2 wrong use");
        english.Output.ShouldAllBe(letter => letter < '\u3000');
        japanese.ExitCode.ShouldBe(0);
        japanese.Output.ShouldContain("説明:\n");
        japanese.Output.ShouldContain("例:\n");
        japanese.Output.ShouldNotContain("Show how");
    }

    [Fact]
    public async Task Names_every_verb_at_the_top()
    {
        var run = await CliRun.OfAsync("--help");

        run.ExitCode.ShouldBe(0);
        foreach (var verb in AllVerbs.Select(verb => verb.Split(' ')[0]).Distinct())
            run.Output.ShouldContain($"  {verb} ");
    }

    [Theory]
    [InlineData("Required command", new string[0])]
    [InlineData("linebot rich-menu render: ", new[] { "rich-menu" })]
    [InlineData("linebot: There is no command 'rendr'.\n  linebot rich-menu check", new[] { "rich-menu", "rendr" })]
    [InlineData("linebot: 'rendr' というコマンドはありません。\n", new[] { "rich-menu", "rendr", "--lang", "ja" })]
    [InlineData("linebot: オプション --to を指定してください。\n", new[] { "replay", "a.json", "--lang", "ja" })]
    [InlineData("'--to' is required", new[] { "replay", "a.json" })]
    [InlineData("http or https URL", new[] { "replay", "a.json", "--to", "localhost" })]
    [InlineData("'FILE'", new[] { "replay", "--to", "http://127.0.0.1/webhook" })]
    [InlineData("'ID'", new[] { "events", "show" })]
    public async Task Answers_wrong_use_with_two_and_the_way_on(string sentence, string[] args)
    {
        var run = await CliRun.OfAsync(args);

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain(sentence);
        run.Error.ShouldContain("--help");
        run.Output.ShouldBeEmpty();
    }
}
