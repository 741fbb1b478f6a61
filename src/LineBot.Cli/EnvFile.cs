namespace LineBot.Cli;

/// <summary>Settings as systemd and containers take them: <c>Line__ChannelSecret=…</c>, one a line.</summary>
internal static class EnvFile
{
    public const string Ending = ".env";

    /// <summary>The settings by their keys, <c>Line:ChannelSecret</c>. What is no setting is passed over, as systemd does.</summary>
    public static IReadOnlyDictionary<string, string?> Read(string file)
    {
        var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in File.ReadLines(file).Select(line => line.Trim()))
        {
            if (line.StartsWith('#') || line.IndexOf('=', StringComparison.Ordinal) is not (> 0 and var at))
                continue;
            values[line[..at].Trim().Replace("__", ":", StringComparison.Ordinal)] = Bare(line[(at + 1)..].Trim());
        }
        return values;
    }

    /// <summary>Puts settings into a file that only its owner may read. Lines that say something else stay as they are.</summary>
    public static void Write(string file, IReadOnlyDictionary<string, string> values)
    {
        var lines = File.Exists(file) ? File.ReadAllLines(file).ToList() : [];
        foreach (var (key, value) in values)
        {
            var (name, at) = (NameOf(key), lines.FindIndex(line => line.Split('=')[0].Trim().Equals(NameOf(key), StringComparison.OrdinalIgnoreCase)));
            var written = $"{name}={Quoted(value)}";
            if (at < 0)
                lines.Add(written);
            else
                lines[at] = written;
        }
        var unfinished = $"{file}.{Guid.NewGuid():N}.part";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            using (var writer = new StreamWriter(unfinished, options))
                writer.Write(string.Concat(lines.Select(line => line + "\n")));
            File.Move(unfinished, file, overwrite: true);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }

    private static string NameOf(string key) => key.Replace(":", "__", StringComparison.Ordinal);

    /// <summary>As shells, systemd and compose read it alike.</summary>
    private static string Quoted(string value) =>
        value.All(letter => char.IsAsciiLetterOrDigit(letter) || "+/=_.:,@-".Contains(letter, StringComparison.Ordinal)) ? value
        : value.Contains('\'', StringComparison.Ordinal) ? $"\"{value}\""
        : $"'{value}'";

    private static string Bare(string value) =>
        value.Length >= 2 && value[0] is '"' or '\'' && value[0] == value[^1] ? value[1..^1] : value;
}
