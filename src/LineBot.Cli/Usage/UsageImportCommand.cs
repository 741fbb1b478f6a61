using System.CommandLine;
using System.Globalization;
using System.Text;
using LineBot.Cli.Imports;
using LineBot.Cli.Stores;
using LineBot.Data;
using LineBot.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace LineBot.Cli.Usage;

internal sealed class UsageImportCommand : Verb
{
    private readonly Argument<string> _file;
    private readonly Option<bool> _dryRun;
    private readonly Option<string?> _rejects;

    public UsageImportCommand(Shell shell) : base(shell, "import",
        shell.Say("通信量のファイル (CSV か JSON Lines) を取り込む。何度実行しても二重にならない", "Take in a file of usage, CSV or JSON Lines. Running it again books nothing twice"),
        "linebot usage import usage-20261121.csv", "linebot usage import usage.jsonl --dry-run", "zcat usage.csv.gz | linebot usage import -")
    {
        Arguments.Add(_file = new("FILE") { Description = shell.Say("ファイル。- は標準入力", "The file, or - for standard input") });
        Options.Add(_dryRun = new("--dry-run")
        {
            Description = shell.Say("調べるだけで何も書き込まない", "Check every row and change nothing"),
        });
        Options.Add(_rejects = new("--rejects")
        {
            Description = shell.Say("受け付けなかった行と理由を書くファイル (既定は FILE.rejects.csv)",
                "Where the refused rows go, with their reasons (default: FILE.rejects.csv)"),
            HelpName = "FILE",
        });
    }

    protected override async Task<int> RunAsync(ParseResult input, CancellationToken cancel)
    {
        var name = input.GetRequiredValue(_file);
        using var reader = InputFile.Open(name, Encoding.UTF8, Shell);
        await using var service = await ServiceParts.OfAsync(Shell.Settings(input), Shell);
        var parts = service.Services;
        var isDryRun = input.GetValue(_dryRun);
        var words = parts.GetRequiredService<UsageWords>();
        using var rejects = new Rejects(
            input.GetValue(_rejects) ?? (name == InputFile.StandardInput ? "usage.rejects.csv" : $"{name}.rejects.csv"),
            Say("同じファイルをもう一度取り込んでも二重にはなりません。", "Importing the same file again books nothing twice."), Shell);
        var import = new UsageImport(parts.GetRequiredService<Database>(), parts.GetRequiredService<UsageIntake>(), Shell.Clock, isDryRun);

        var summary = new UsageSummary();
        var started = Shell.Clock.GetTimestamp();
        await Shell.WithProgressAsync(input, name, async show => summary = await import.RunAsync(
            new UsageFile(reader, Shell).Lines(), Refuse, () => show(InputFile.ShareOf(reader)), cancel));
        (summary.Seconds, summary.Rejects, summary.IsDryRun) =
            (Math.Round(Shell.Clock.GetElapsedTime(started).TotalSeconds, 1), rejects.Path, isDryRun);
        Shell.Show(input, summary, () => Shell.Output.Write(Told(summary)));
        return summary.Refused == 0 ? ExitCode.Done : ExitCode.Failed;

        void Refuse(ReadLine line, UsageVerdict verdict) =>
            rejects.Add(line.Number, UsageWords.ReasonOf(verdict)!, words.Explain(Shell.Tongue, verdict, line.Read.Column), line.Raw);
    }

    private string Told(UsageSummary summary)
    {
        (string Name, long Rows)[] ends =
        [
            (Say("新しく登録", "booked"), summary.Booked), (Say("訂正", "corrected"), summary.Corrected),
            (Say("登録済み・変更なし", "unchanged"), summary.Unchanged), (Say("受け付けず", "refused"), summary.Refused),
        ];
        var lines = ends.Select(end => $"{end.Name}: {end.Rows.ToString("#,0", CultureInfo.InvariantCulture)}").ToList();
        lines.Insert(0, Say(
            $"{summary.Rows:#,0} 行を {summary.Seconds.ToString(CultureInfo.InvariantCulture)} 秒で処理しました。",
            $"{summary.Rows:#,0} rows in {summary.Seconds.ToString(CultureInfo.InvariantCulture)} s."));
        if (summary.Rejects is not null)
            lines.Add(Say($"受け付けなかった行と理由: {summary.Rejects}", $"The refused rows and why: {summary.Rejects}"));
        if (summary.IsDryRun)
            lines.Add(Say("--dry-run のため、何も書き込んでいません。", "Nothing was written (--dry-run)."));
        return string.Join('\n', lines) + "\n";
    }
}
