using System.Text;

namespace LineBot.Console.Gaps;

/// <summary>Questions that ask for much the same.</summary>
public sealed class Gap
{
    /// <summary>The share of two letters in a row that two questions must have in common. Short questions share few by chance.</summary>
    private const double Alike = 0.45;

    private readonly List<OpenQuestion> _questions = [];
    private readonly HashSet<string> _pairs;

    private Gap(OpenQuestion first, HashSet<string> pairs)
    {
        _questions.Add(first);
        _pairs = pairs;
    }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<OpenQuestion> Questions => _questions;

    /// <summary>Names the group as long as the same questions are looked at.</summary>
    public long Id => _questions[0].Id;

    /// <summary>The group's questions, each wording once, the shortest first: what an article would have to answer to.</summary>
    public IEnumerable<string> Wordings => _questions.Select(question => question.Asked.ReplaceLineEndings(" ").Trim()).Distinct().OrderBy(asked => asked.Length);

    /// <summary>Groups questions, the largest group first.</summary>
    public static IReadOnlyList<Gap> Among(IEnumerable<OpenQuestion> questions)
    {
        List<Gap> gaps = [];
        foreach (var question in questions)
        {
            var pairs = PairsOf(question.Asked);
            if (gaps.MaxBy(gap => Likeness(gap._pairs, pairs)) is { } nearest && Likeness(nearest._pairs, pairs) >= Alike)
                nearest._questions.Add(question);
            else
                gaps.Add(new Gap(question, pairs));
        }
        return [.. gaps.OrderByDescending(gap => gap._questions.Count)];
    }

    private static HashSet<string> PairsOf(string asked)
    {
        var letters = new string([.. asked.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Where(char.IsLetterOrDigit)]);
        return letters.Length < 2 ? [letters] : [.. Enumerable.Range(0, letters.Length - 1).Select(at => letters.Substring(at, 2))];
    }

    private static double Likeness(HashSet<string> one, HashSet<string> other)
    {
        var common = one.Count(other.Contains);
        return (double)common / (one.Count + other.Count - common);
    }
}
