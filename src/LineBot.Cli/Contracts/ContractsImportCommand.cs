using System.CommandLine;
using System.Globalization;
using System.Text;
using LineBot.Applications;
using LineBot.Cli.Imports;
using LineBot.Cli.Stores;
using LineBot.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace LineBot.Cli.Contracts;

internal sealed class ContractsImportCommand : Verb
{
    private readonly Argument<string> _file;
    private readonly Option<bool> _dryRun;
    private readonly Option<string?> _rejects;
    private readonly Option<string?> _passwords;
    private readonly Option<string> _encoding;
    private readonly Option<string> _operator;

    public ContractsImportCommand(Shell shell) : base(shell, "import",
        shell.Say("既存の契約と回線のファイル (CSV) を取り込む。何度実行しても二重にならない",
            "Take in a CSV file of contracts and subscriptions. Running it again adds nothing twice"),
        "linebot contracts import customers.csv --dry-run", "linebot contracts import customers.csv --encoding shift_jis --as sato")
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
        Options.Add(_passwords = new("--passwords")
        {
            Description = shell.Say("新しい契約の初期パスワードを書くファイル (既定は FILE.passwords.csv)",
                "Where the first passwords of new contracts go (default: FILE.passwords.csv)"),
            HelpName = "FILE",
        });
        Options.Add(_encoding = new("--encoding")
        {
            Description = shell.Say("ファイルの文字コード", "How the file is encoded"), DefaultValueFactory = _ => "utf-8",
        });
        _encoding.AcceptOnlyFromAmong("utf-8", "shift_jis");
        Options.Add(_operator = OperatorOption.Of(shell));
    }

    protected override async Task<int> RunAsync(ParseResult input, CancellationToken cancel)
    {
        var (name, isDryRun) = (input.GetRequiredValue(_file), input.GetValue(_dryRun));
        using var reader = InputFile.Open(name, EncodingOf(input.GetRequiredValue(_encoding)), Shell);
        await using var service = await ServiceParts.OfAsync(Shell.Settings(input), Shell);
        var stem = name == InputFile.StandardInput ? "contracts" : name;
        using var rejects = new Rejects(
            input.GetValue(_rejects) ?? $"{stem}.rejects.csv",
            Say("同じファイルをもう一度取り込んでも二重にはなりません。", "Importing the same file again adds nothing twice."), Shell);
        using var passwords = new PasswordsFile(input.GetValue(_passwords) ?? $"{stem}.passwords.csv", Shell);
        var import = new ContractsImport(
            service.Services.GetRequiredService<Database>(), service.Services.GetRequiredService<ContractIntake>(), passwords, Shell.Clock,
            $"operator:{input.GetRequiredValue(_operator)}", isDryRun);

        var summary = new ContractsSummary();
        var started = Shell.Clock.GetTimestamp();
        await Shell.WithProgressAsync(input, name, async show => summary = await import.RunAsync(
            LinesOf(reader), Refuse, () => show(InputFile.ShareOf(reader)), cancel));
        (summary.Seconds, summary.Rejects, summary.Passwords, summary.IsDryRun) =
            (Math.Round(Shell.Clock.GetElapsedTime(started).TotalSeconds, 1), rejects.Path, passwords.Path, isDryRun);
        Shell.Show(input, summary, () => Shell.Output.Write(Told(summary)));
        return summary.Refused == 0 ? ExitCode.Done : ExitCode.Failed;

        void Refuse(CsvLine line, ContractVerdict verdict, string? column) =>
            rejects.Add(line.Number, ContractWords.ReasonOf(verdict)!, ContractWords.Explain(Shell.Tongue, verdict, column), line.Raw);
    }

    /// <summary>A byte that is not of the encoding stops the run: a name that came in wrong would be found by nobody.</summary>
    private static Encoding EncodingOf(string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
    }

    private IEnumerable<CsvLine> LinesOf(StreamReader reader)
    {
        using var lines = new CsvTable(reader, ContractRow.Needed, ContractRow.Optional, Shell).Lines().GetEnumerator();
        for (var last = 0L; Next(lines, last); last = lines.Current.Number)
            yield return lines.Current;
    }

    private bool Next(IEnumerator<CsvLine> lines, long last)
    {
        try
        {
            return lines.MoveNext();
        }
        catch (DecoderFallbackException)
        {
            throw new TroubleException(
                Say("ファイルの文字コードが違います。", "The file is encoded otherwise than said."),
                Say($"{last + 1} 行目より後", $"somewhere after line {last + 1}"),
                Say("--encoding shift_jis か --encoding utf-8 を指定してください。", "Say --encoding shift_jis, or --encoding utf-8."));
        }
    }

    private string Told(ContractsSummary summary)
    {
        (string Name, long Rows)[] ends =
        [
            (Say("新しい契約", "contracts"), summary.Contracts), (Say("新しい回線", "subscriptions"), summary.Subscriptions),
            (Say("登録済み・変更なし", "unchanged"), summary.Unchanged), (Say("受け付けず", "refused"), summary.Refused),
        ];
        var lines = ends.Select(end => $"{end.Name}: {end.Rows.ToString("#,0", CultureInfo.InvariantCulture)}").ToList();
        lines.Insert(0, Say(
            $"{summary.Rows:#,0} 行を {summary.Seconds.ToString(CultureInfo.InvariantCulture)} 秒で処理しました。",
            $"{summary.Rows:#,0} rows in {summary.Seconds.ToString(CultureInfo.InvariantCulture)} s."));
        if (summary.Rejects is not null)
            lines.Add(Say($"受け付けなかった行と理由: {summary.Rejects}", $"The refused rows and why: {summary.Rejects}"));
        if (summary.Passwords is not null)
            lines.Add(Say(
                $"初期パスワード: {summary.Passwords} (送付後に削除してください)", $"First passwords: {summary.Passwords} (delete it once they are sent)"));
        if (summary.IsDryRun)
            lines.Add(Say("--dry-run のため、何も書き込んでいません。", "Nothing was written (--dry-run)."));
        return string.Join('\n', lines) + "\n";
    }
}
