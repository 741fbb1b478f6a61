using System.Text;

namespace LineBot.Cli.Contracts;

/// <summary>
/// The passwords that were made for new contracts, to be sent to their holders: <c>login_id,password</c>, for its owner's eyes alone.
/// Lines are added to what is there; of two lines of one login ID the later one counts.
/// </summary>
internal sealed class PasswordsFile(string path, Shell shell) : IDisposable
{
    private FileStream? _file;

    public string? Path => _file is null ? null : path;

    /// <summary>Puts them on disk before it returns. The store commits after that: a password that is in force is never lost.</summary>
    public void Add(IReadOnlyList<(string LoginId, string Password)> made)
    {
        if (made.Count == 0)
            return;
        _file ??= Open();
        // Login IDs and passwords hold nothing that CSV would have to quote.
        _file.Write(Encoding.UTF8.GetBytes(string.Concat(made.Select(one => $"{one.LoginId},{one.Password}\n"))));
        _file.Flush(flushToDisk: true);
    }

    public void Dispose() => _file?.Dispose();

    private FileStream Open()
    {
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.Append, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            var file = new FileStream(path, options);
            if (file.Length == 0)
                file.Write("login_id,password\n"u8);
            return file;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TroubleException(
                shell.Say("パスワードを書くファイルを作れません。", "The file for passwords cannot be made."), $"{path}: {e.Message}",
                shell.Say("--passwords で別の場所を指定してください。", "Give another place with --passwords."));
        }
    }
}
