namespace LineBot.Knowledge.Search;

/// <summary>
/// The words that mean one thing (料金, 値段, いくら), and the politeness around a question that means nothing.
/// From knowledge/synonyms.yaml.
/// </summary>
public sealed class Vocabulary
{
    /// <summary>Shorter words have too many neighbours one slip away.</summary>
    private const int ShortestMistyped = 5;

    private readonly Dictionary<string, string[]> _concepts = new(StringComparer.Ordinal);
    private readonly Dictionary<char, List<string>> _byFirst = [];
    private readonly List<string> _fillers;
    private readonly List<string> _long;

    /// <param name="concepts">The meaning, and the words for it as people type them.</param>
    /// <param name="fillers">What is left out of a question.</param>
    /// <param name="foreign">The meanings of which only those articles speak that name them.</param>
    public Vocabulary(IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> concepts, IEnumerable<string> fillers, IEnumerable<string> foreign)
    {
        Foreign = foreign.ToHashSet(StringComparer.Ordinal);
        foreach (var (concept, words) in concepts)
        {
            foreach (var word in words.Append(concept).Select(QuestionText.Fold).Where(word => word.Length > 0).Distinct())
                _concepts[word] = [.. _concepts.GetValueOrDefault(word, []), concept];
        }
        foreach (var byFirst in _concepts.Keys.GroupBy(word => word[0]))
            _byFirst[byFirst.Key] = [.. byFirst.OrderByDescending(word => word.Length)];
        _fillers = [.. fillers.Select(QuestionText.Fold).Where(filler => filler.Length > 0).OrderByDescending(filler => filler.Length)];
        _long = [.. _concepts.Keys.Where(word => word.Length >= ShortestMistyped && !word.Any(QuestionText.IsKanji))];
    }

    public static Vocabulary Empty { get; } = new([], [], []);

    /// <summary>A question that names one of these is no question for an article that does not.</summary>
    public IReadOnlySet<string> Foreign { get; }

    /// <summary>The folded question without its politeness; the whole of it where nothing else would be left.</summary>
    public string WithoutFillers(string folded)
    {
        var left = folded;
        foreach (var filler in _fillers)
            left = left.Replace(filler, "", StringComparison.Ordinal);
        return left.Length > 0 ? left : folded;
    }

    /// <summary>The meanings named in a folded text, longest words first, with how sure each is: 1, or less for a word with a slip in it.</summary>
    public IReadOnlyDictionary<string, double> ConceptsIn(string folded)
    {
        var found = new Dictionary<string, double>(StringComparer.Ordinal);
        var rest = new List<(int Start, int End)>();
        var from = 0;
        for (var i = 0; i < folded.Length;)
        {
            if (WordAt(folded, i) is not { } word)
            {
                i++;
                continue;
            }
            foreach (var concept in _concepts[word])
                found[concept] = 1;
            rest.Add((from, i));
            from = i += word.Length;
        }
        rest.Add((from, folded.Length));
        foreach (var (start, end) in rest.Where(run => run.End - run.Start >= ShortestMistyped - 1))
            AddMistyped(folded.AsSpan(start, end - start), found);
        return found;
    }

    private string? WordAt(string text, int at) =>
        _byFirst.TryGetValue(text[at], out var words)
            ? words.Find(word => string.CompareOrdinal(text, at, word, 0, word.Length) == 0)
            : null;

    private void AddMistyped(ReadOnlySpan<char> run, Dictionary<string, double> found)
    {
        foreach (var word in _long)
        {
            if (!Slip.IsIn(run, word))
                continue;
            foreach (var concept in _concepts[word])
                found.TryAdd(concept, 0.7);
        }
    }
}
