using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using LineBot.Inquiries;
using LineBot.Knowledge;
using LineBot.Language;
using Microsoft.Extensions.DependencyInjection;

namespace LineBot.Cli.Knowledge;

internal sealed class KnowledgeAskCommand : Verb
{
    private static readonly JsonSerializerOptions OneLine = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Option<DirectoryInfo?> _folder;

    public KnowledgeAskCommand(Shell shell) : base(shell, "ask",
        shell.Say("標準入力の質問 (1行に1つ) に、トークと同じように答える", "Answer questions from standard input, one a line, as the chat would"),
        "linebot knowledge ask < questions.txt", "linebot knowledge ask --json < questions.txt") =>
        Options.Add(_folder = KnowledgeParts.FolderOption(shell));

    protected override async Task<int> RunAsync(ParseResult input, CancellationToken cancel)
    {
        var advice = KnowledgeParts.Of(Shell.Settings(input), input.GetValue(_folder), Shell).GetRequiredService<Advice>();
        while (await Shell.Input.ReadLineAsync(cancel) is { } question)
        {
            var answer = await advice.OfAsync(Masking.Of(question).Text, Tongue.Japanese, cancel);
            if (Shell.WantsJson(input))
                await Shell.Output.WriteLineAsync(JsonSerializer.Serialize(Row.Of(question, answer), OneLine));
            else
                await Shell.Output.WriteLineAsync($"{question}\t{Word(answer.Verdict)}\t{string.Join(" | ", answer.Articles.Select(found => found.Article.Title))}");
        }
        return ExitCode.Done;
    }

    private static string Word(Verdict verdict) => JsonNamingPolicy.CamelCase.ConvertName(verdict.ToString());

    private sealed record Row(string Question, string Verdict, IEnumerable<Found> Articles)
    {
        public static Row Of(string question, Answer answer) => new(question, Word(answer.Verdict),
            answer.Articles.Select(found => new Found(found.Article.Id, found.Article.Title, found.Article.Topics, found.Score)));
    }

    private sealed record Found(string Id, string Title, IReadOnlyList<string> Topics, double Score);
}
