using System.Text.RegularExpressions;

namespace LineBot.Knowledge;

/// <summary>All placeholders that an article may use.</summary>
public sealed partial class FactSheet
{
    private readonly Dictionary<string, Func<FactScope, string>> _facts = new(StringComparer.Ordinal);

    public FactSheet(IEnumerable<IFacts> sources)
    {
        foreach (var (name, fact) in sources.SelectMany(source => source.All))
            _facts.Add(name, fact);
    }

    public IReadOnlyCollection<string> Names => _facts.Keys;

    /// <summary>The text with every placeholder filled in.</summary>
    public string Fill(string text, FactScope scope) => Placeholder().Replace(text, match => _facts[match.Groups["name"].Value](scope));

    internal static IEnumerable<string> NamesIn(string text) => Placeholder().Matches(text).Select(match => match.Groups["name"].Value);

    internal static string Without(string text) => Placeholder().Replace(text, "");

    [GeneratedRegex(@"\{\{(?<name>[^{}]*)\}\}")]
    private static partial Regex Placeholder();
}
