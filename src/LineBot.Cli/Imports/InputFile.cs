using System.Text;

namespace LineBot.Cli.Imports;

/// <summary>A file that is taken in, or standard input.</summary>
internal static class InputFile
{
    public const string StandardInput = "-";

    /// <exception cref="TroubleException">It cannot be opened.</exception>
    public static StreamReader Open(string name, Encoding encoding, Shell shell)
    {
        try
        {
            return name == StandardInput ? new StreamReader(System.Console.OpenStandardInput(), encoding) : new StreamReader(name, encoding);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TroubleException(
                shell.Say("ファイルを読めません。", "The file cannot be read."), $"{name}: {e.Message}",
                shell.Say("パスと権限を確認してください。", "Check its path and permissions."));
        }
    }

    /// <summary>How much of a file is read; of a pipe nobody knows the end.</summary>
    public static double ShareOf(StreamReader reader) =>
        reader.BaseStream is { CanSeek: true, Length: > 0 } stream ? (double)stream.Position / stream.Length : 0;
}
