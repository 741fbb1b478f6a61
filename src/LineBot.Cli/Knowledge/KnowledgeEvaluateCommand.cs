using System.CommandLine;
using LineBot.Knowledge;

namespace LineBot.Cli.Knowledge;

internal sealed class KnowledgeEvaluateCommand : Verb
{
    private readonly Argument<FileInfo[]> _files;
    private readonly Option<DirectoryInfo?> _folder;

    public KnowledgeEvaluateCommand(Shell shell) : base(shell, "evaluate",
        shell.Say("質問のファイルで、正しい記事が見つかる割合と外れた質問を表示する",
            "Ask a file of questions and show how many found their article, and which did not"),
        "linebot knowledge evaluate knowledge/evaluation/held-out.tsv", "linebot knowledge evaluate questions.tsv --json")
    {
        Arguments.Add(_files = new Argument<FileInfo[]>("FILE")
        {
            Description = shell.Say("1行に「話題 タブ 質問」。答えてはならない質問の話題は「-」",
                "A topic, a tab and a question a line; the topic '-' for a question that nobody should answer"),
            Arity = ArgumentArity.OneOrMore,
        }.AcceptExistingOnly());
        Options.Add(_folder = KnowledgeParts.FolderOption(shell));
    }

    protected override Task<int> RunAsync(ParseResult input, CancellationToken cancel)
    {
        var answerer = KnowledgeParts.Library(Shell.Settings(input), input.GetValue(_folder), Shell).Answerer;
        var reports = input.GetRequiredValue(_files).Select(file => new Report(file.Name, Evaluation.Of(Questions(file), answerer))).ToList();
        Shell.Show(input, reports, () =>
        {
            foreach (var (file, measured) in reports)
                Print(file, measured);
        });
        return Task.FromResult(ExitCode.Done);
    }

    private void Print(string file, Evaluation measured)
    {
        Shell.Output.WriteLine(file);
        Shell.Output.WriteLine(Say(
            $"  質問 {measured.Questions} 件: 最初の記事が正しい {measured.First:P1}、3件の中にある {measured.AmongThree:P1}、確信して答えた {measured.Sure:P1}（そのうち正しい {measured.SureAndRight:P1}）",
            $"  {measured.Questions} questions: right article first {measured.First:P1}, among the three {measured.AmongThree:P1}; answered surely {measured.Sure:P1}, of which right {measured.SureAndRight:P1}"));
        Shell.Output.WriteLine(Say(
            $"  範囲外 {measured.OutsideQuestions} 件: 確信して答えた {measured.OutsideSure:P1}、何も示さなかった {measured.OutsideNone:P1}",
            $"  {measured.OutsideQuestions} out of scope: answered surely {measured.OutsideSure:P1}, nothing shown {measured.OutsideNone:P1}"));
        foreach (var miss in measured.Misses)
            Shell.Output.WriteLine($"  {miss.Kind}\t{miss.Topic}\t{miss.Question}\t{miss.Verdict}\t{string.Join(" | ", miss.Articles)}");
    }

    private List<AskedQuestion> Questions(FileInfo file)
    {
        var questions = new List<AskedQuestion>();
        foreach (var (number, line) in File.ReadLines(file.FullName).Index().Where(line => line.Item.Length > 0 && line.Item[0] != '#'))
        {
            if (line.Split('\t') is not [var topic, var question])
                throw new TroubleException(Say("「話題 タブ 質問」の行ではありません。", "This line is not a topic, a tab and a question."), $"{file.Name}:{number + 1}");
            questions.Add(new AskedQuestion(topic, question));
        }
        return questions;
    }

    private sealed record Report(string File, Evaluation Measured);
}
