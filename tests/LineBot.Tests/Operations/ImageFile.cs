using System.Text.Json;
using System.Text.RegularExpressions;
using LineBot.Tests.Drivers;

namespace LineBot.Tests.Operations;

/// <summary>What the Dockerfile says of how its image is run.</summary>
internal static partial class ImageFile
{
    private static readonly string Text = File.ReadAllText(Path.Combine(Repository.Root, "Dockerfile")).ReplaceLineEndings("\n").Replace("\\\n", "", StringComparison.Ordinal);

    public static IReadOnlyDictionary<string, string> Settings =>
        Setting().Matches(Line("ENV")).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value.Trim('"'));

    /// <summary>The last one: the first is that of the build.</summary>
    public static string WorkingFolder => Line("WORKDIR");

    /// <summary>The command of an instruction that holds one in JSON, behind whatever options.</summary>
    public static IReadOnlyList<string> Command(string instruction) =>
        JsonSerializer.Deserialize<List<string>>(Line(instruction)[Line(instruction).IndexOf('[', StringComparison.Ordinal)..])!;

    private static string Line(string instruction) =>
        Text.Split('\n').Last(line => line.StartsWith($"{instruction} ", StringComparison.Ordinal))[(instruction.Length + 1)..];

    [GeneratedRegex("""(\w+)=("[^"]*"|\S+)""")]
    private static partial Regex Setting();
}
