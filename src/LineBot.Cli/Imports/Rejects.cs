using System.Globalization;
using System.Text;
using CsvHelper;

namespace LineBot.Cli.Imports;

/// <summary>The rows that were refused, as CSV: line, reason, why, and the row itself. The file is made with the first of them.</summary>
/// <param name="safe">What a second run of the same file does, for whoever is told to run it again.</param>
internal sealed class Rejects(string path, string safe, Shell shell) : IDisposable
{
    private CsvWriter? _csv;

    public string? Path => _csv is null ? null : path;

    /// <param name="raw">The row as the file has it, in UTF-8.</param>
    public void Add(long line, string reason, string message, byte[] raw)
    {
        _csv ??= Open();
        _csv.WriteRecord([line.ToString(CultureInfo.InvariantCulture), reason, message, Encoding.UTF8.GetString(raw)]);
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
                shell.Say($"--rejects で別の場所を指定してください。{safe}", $"Give another place with --rejects. {safe}"));
        }
    }
}
