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

    private static string Bare(string value) =>
        value.Length >= 2 && value[0] is '"' or '\'' && value[0] == value[^1] ? value[1..^1] : value;
}
