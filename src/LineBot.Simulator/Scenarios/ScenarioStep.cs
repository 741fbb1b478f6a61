using System.Text.RegularExpressions;

namespace LineBot.Simulator.Scenarios;

/// <summary>One kind of sentence, in both languages. Words in capitals between braces are what a scenario fills in.</summary>
/// <param name="Do">Carries it out with what was filled in, by name.</param>
internal sealed record ScenarioStep(string Japanese, string English, Func<IReadOnlyDictionary<string, string>, Task> Do)
{
    private readonly Regex[] _patterns = [Pattern(Japanese), Pattern(English)];

    public IReadOnlyList<string> Sentences => [Japanese, English];

    /// <summary>What the sentence fills in; null where it is of another kind.</summary>
    public IReadOnlyDictionary<string, string>? Match(string sentence)
    {
        var match = _patterns.Select(pattern => pattern.Match(sentence)).FirstOrDefault(match => match.Success);
        return match?.Groups.Values.Where(group => !char.IsDigit(group.Name[0])).ToDictionary(group => group.Name, group => group.Value);
    }

    private static Regex Pattern(string sentence) => new(
        "^" + Regex.Replace(Regex.Escape(sentence), @"\\\{(\w+)}", blank => $"(?<{blank.Groups[1].Value}>{Blank(blank.Groups[1].Value)})") + "$",
        RegexOptions.CultureInvariant);

    private static string Blank(string name) => name switch
    {
        "WHO" or "OTHER" => "[^「」\"\\s]+?",
        "NUMBER" => @"\d{3}-\d{4}-\d{4}",
        "COUNT" => @"\d{1,3}",
        "FIELD" => "[^「」\"]+",
        _ => ".+",
    };
}
