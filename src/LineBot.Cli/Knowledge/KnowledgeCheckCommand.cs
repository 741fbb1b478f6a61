using System.CommandLine;

namespace LineBot.Cli.Knowledge;

internal sealed class KnowledgeCheckCommand : Verb
{
    private readonly Option<DirectoryInfo?> _folder;

    public KnowledgeCheckCommand(Shell shell) : base(shell, "check",
        shell.Say("ヘルプ記事を検査する: すべての話題、差し込む値、本文の数字、リンク先",
            "Check the help articles: every topic answered, placeholders known, no bare figures, links that lead somewhere"),
        "linebot knowledge check", "linebot knowledge check --folder my-articles --json") =>
        Options.Add(_folder = KnowledgeParts.FolderOption(shell));

    protected override Task<int> RunAsync(ParseResult input, CancellationToken cancel)
    {
        var folder = KnowledgeParts.Library(Shell.Settings(input), input.GetValue(_folder), Shell).Read();
        var rows = folder.Faults.Select(fault => new Row(fault.Place, fault.In(Shell.Tongue)))
            .Concat(folder.Unanswered.Select(topic => new Row("topics.txt", Say($"「{topic}」に答える記事がありません。", $"No article answers '{topic}'."))))
            .ToList();
        Shell.Show(input, rows, () =>
        {
            foreach (var row in rows)
                Shell.Output.WriteLine($"{row.Place}: {row.Problem}");
            Shell.Output.WriteLine(rows.Count == 0
                ? Say($"問題ありません (記事 {folder.Articles.Count} 件、話題 {folder.Topics.Count} 件)。", $"All is well with {folder.Articles.Count} articles on {folder.Topics.Count} topics.")
                : Say($"問題が {rows.Count} 件あります。", $"Problems found: {rows.Count}."));
        });
        return Task.FromResult(rows.Count == 0 ? ExitCode.Done : ExitCode.Failed);
    }

    private sealed record Row(string Place, string Problem);
}
