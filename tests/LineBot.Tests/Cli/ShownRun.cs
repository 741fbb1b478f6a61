using System.Text.RegularExpressions;
using LineBot.Tests.Drivers;

namespace LineBot.Tests.Cli;

/// <summary>A run as docs/cli.md shows it.</summary>
/// <param name="Command">What was typed, all of it.</param>
/// <param name="Printed">What was said then. A line of only … stands for lines that the page leaves out.</param>
internal sealed partial record ShownRun(string Command, string Printed)
{
    private static readonly string File = Path.Combine(Repository.Root, "docs", "cli.md");

    public static IReadOnlyList<ShownRun> All() =>
        [.. Block().Matches(System.IO.File.ReadAllText(File).ReplaceLineEndings("\n")).Select(block => new ShownRun(block.Groups[1].Value, block.Groups[2].Value))];

    /// <summary>The words after <c>linebot</c>, as a shell would part them.</summary>
    public string[] Arguments => [.. Word().Matches(Command[(Command.IndexOf("linebot ", StringComparison.Ordinal) + 8)..]).Select(word => word.Value.Trim('"'))];

    /// <summary>What is piped in by <c>echo</c>.</summary>
    public string Input => Command.StartsWith("echo ", StringComparison.Ordinal) ? Command[5..Command.IndexOf(" | ", StringComparison.Ordinal)] : "";

    /// <summary>Whether the page leaves something out, so that only a person can write it anew.</summary>
    public bool IsShortened => Printed.Split('\n').Contains("…");

    /// <summary>Whether <paramref name="printed"/> is the same but for what is different in each run.</summary>
    public bool IsWhat(string printed)
    {
        var pattern = string.Join('\n', Masked(Printed).TrimEnd('\n').Split('\n').Select(line => line.Trim() == "…" ? "(?:.*\n)*.*" : Regex.Escape(line)));
        return Regex.IsMatch(Masked(printed).TrimEnd('\n'), $@"\A{pattern}\z");
    }

    /// <summary>Puts what a run printed in the place of what the page shows.</summary>
    public void Approve(string printed) =>
        System.IO.File.WriteAllText(File, System.IO.File.ReadAllText(File).Replace(
            $"```\n$ {Command}\n{Printed}```", $"```\n$ {Command}\n{printed.TrimEnd('\n')}\n```", StringComparison.Ordinal));

    private string Masked(string text)
    {
        text = Changing().Replace(SnapshotMask.Apply(text), "…");
        // Articles come and go, and how well they are found with them; so do tables and their rows.
        if (Command.Contains("linebot knowledge", StringComparison.Ordinal) || Command.Contains("linebot store", StringComparison.Ordinal))
            text = Figure().Replace(text, "…");
        return LineEnds().Replace(Spaces().Replace(text, " "), "");
    }

    [GeneratedRegex(@"^```\n\$ ([^\n]*linebot [^\n]*)\n(.*?)```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("\"[^\"]*\"|\\S+")]
    private static partial Regex Word();

    // Passwords, instants of the machine's own clock, durations, sizes, and how many scripts there are.
    [GeneratedRegex(@"\b[a-z0-9]{5}(-[a-z0-9]{5}){3}\b|\b\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\b|\d{8}T\d{6}Z|[\d.]+(?= s\b)|[\d,]+(?= bytes| MB| +unchanged)|\d+(?= migrations)")]
    private static partial Regex Changing();

    [GeneratedRegex(@"\d[\d,.]*")]
    private static partial Regex Figure();

    [GeneratedRegex("[ ─]+")]
    private static partial Regex Spaces();

    [GeneratedRegex(" +$", RegexOptions.Multiline)]
    private static partial Regex LineEnds();
}
