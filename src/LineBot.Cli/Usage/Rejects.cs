using System.Globalization;
using System.Text;
using CsvHelper;
using LineBot.Data;

namespace LineBot.Cli.Usage;

/// <summary>The rows that were refused, as CSV: line, reason, why, and the row itself. The file is made with the first of them.</summary>
internal sealed class Rejects(string path, UsageWords words, Shell shell) : IDisposable
{
    private CsvWriter? _csv;

    public string? Path => _csv is null ? null : path;

    public void Add(ReadLine line, UsageVerdict verdict)
    {
        _csv ??= Open();
        _csv.WriteRecord([
            line.Number.ToString(CultureInfo.InvariantCulture), UsageWords.ReasonOf(verdict)!, words.Explain(shell.Tongue, verdict, line.Read.Column), Encoding.UTF8.GetString(line.Raw),
        ]);
    }

    public void Dispose() => _csv?.Dispose();

    private CsvWriter Open()
    {
        try
        {
            var csv = CsvWriter.ToFile(path);
            csv.WriteRecord(["line", "reason", "message", "row"]);
            return csv;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TroubleException(
                shell.Say("受け付けなかった行を書くファイルを作れません。", "The file for refused rows cannot be made."), $"{path}: {e.Message}",
                shell.Say("--rejects で別の場所を指定してください。同じファイルをもう一度取り込んでも二重にはなりません。",
                    "Give another place with --rejects. Importing the same file again books nothing twice."));
        }
    }
}
