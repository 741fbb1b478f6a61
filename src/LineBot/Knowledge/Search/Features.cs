namespace LineBot.Knowledge.Search;

/// <summary>What a text is compared by: the meanings it names, its pairs of letters and its kanji, each with its weight.</summary>
internal static class Features
{
    /// <summary>Before a meaning, so that it is no letters.</summary>
    private const string Mark = "#";

    private const double Concept = 2.0;
    private const double Pair = 1.0;
    private const double HiraganaPair = 0.35;
    private const double HiraganaTriple = 0.35;
    private const double Kanji = 0.5;

    public static Dictionary<string, double> Of(string text, Vocabulary vocabulary)
    {
        var folded = vocabulary.WithoutFillers(QuestionText.Fold(text));
        var features = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (concept, sureness) in vocabulary.ConceptsIn(folded))
            features[Mark + concept] = Concept * sureness;
        for (var i = 0; i < folded.Length; i++)
        {
            if (QuestionText.IsKanji(folded[i]))
                features[folded.Substring(i, 1)] = Kanji;
            if (i + 1 < folded.Length)
                features[folded.Substring(i, 2)] = IsHiragana(folded, i, 2) ? HiraganaPair : Pair;
            if (i + 2 < folded.Length && IsHiragana(folded, i, 3))
                features[folded.Substring(i, 3)] = HiraganaTriple;
        }
        if (folded.Length == 1)
            features[folded] = Pair;
        return features;
    }

    public static bool IsForeign(string feature, Vocabulary vocabulary) =>
        feature.StartsWith(Mark, StringComparison.Ordinal) && vocabulary.Foreign.Contains(feature[Mark.Length..]);

    private static bool IsHiragana(string text, int start, int length)
    {
        for (var i = start; i < start + length; i++)
        {
            if (!QuestionText.IsHiragana(text[i]))
                return false;
        }
        return true;
    }
}
