using System.Runtime.InteropServices;

namespace LineBot.Knowledge.Search;

/// <summary>
/// All ways of asking for each article, weighed by how telling each feature is. A question is near an article when it is near one
/// of its ways of asking, and near the article as a whole. In memory, and never changed once built.
/// </summary>
public sealed class SearchIndex
{
    private const double NearestShare = 0.62;
    private const double SecondShare = 0.13;
    private const double WholeShare = 0.25;

    private readonly Vocabulary _vocabulary;
    private readonly Dictionary<string, (double Idf, Posting[] Phrases, Posting[] Wholes)> _postings = new(StringComparer.Ordinal);
    private readonly int[] _ownerOfPhrase;
    private readonly int _owners;
    private readonly double _idfOfUnknown;

    /// <param name="owners">The ways of asking for each article; what was found is named by the place in this list.</param>
    public SearchIndex(IReadOnlyList<IReadOnlyList<string>> owners, Vocabulary vocabulary)
    {
        (_vocabulary, _owners) = (vocabulary, owners.Count);
        var phrases = owners.SelectMany((asked, owner) => asked.Select(text => (Owner: owner, Features: Features.Of(text, vocabulary)))).ToList();
        _ownerOfPhrase = [.. phrases.Select(phrase => phrase.Owner)];
        var idf = Idf(phrases);
        _idfOfUnknown = Math.Log(owners.Count + 1.0) + 0.7;

        var inPhrases = new Dictionary<string, List<Posting>>(StringComparer.Ordinal);
        var wholes = owners.Select(_ => new Dictionary<string, double>(StringComparer.Ordinal)).ToList();
        foreach (var (number, (owner, features)) in phrases.Index())
        {
            var length = Length(features, idf);
            foreach (var (feature, weight) in features)
            {
                var share = weight * idf[feature] / length;
                Listed(inPhrases, feature).Add(new Posting(number, (float)share));
                CollectionsMarshal.GetValueRefOrAddDefault(wholes[owner], feature, out _) += share;
            }
        }
        var inWholes = new Dictionary<string, List<Posting>>(StringComparer.Ordinal);
        foreach (var (owner, whole) in wholes.Index())
        {
            // What half of an article's phrases have counts little more than what a few of them have.
            foreach (var feature in whole.Keys)
                whole[feature] = Math.Sqrt(whole[feature]);
            var length = Math.Sqrt(whole.Values.Sum(share => share * share));
            foreach (var (feature, share) in whole)
                Listed(inWholes, feature).Add(new Posting(owner, (float)(share / length)));
        }
        foreach (var (feature, postings) in inPhrases)
            _postings[feature] = (idf[feature], [.. postings], [.. inWholes[feature]]);
    }

    /// <summary>The owners nearest to a question, nearest first.</summary>
    public SearchResult Find(string question, int limit)
    {
        var features = Features.Of(question, _vocabulary);
        var phrases = new float[_ownerOfPhrase.Length];
        var wholes = new float[_owners];
        var (squares, unknown) = (0.0, 0.0);
        var speaks = Enumerable.Repeat(true, _owners).ToArray();
        foreach (var (feature, weight) in features)
        {
            var known = _postings.TryGetValue(feature, out var found);
            var share = weight * (known ? found.Idf : _idfOfUnknown);
            squares += share * share;
            if (Features.IsForeign(feature, _vocabulary))
                KeepSpeaking(speaks, known ? found.Wholes : []);
            if (!known)
            {
                unknown += share * share;
                continue;
            }
            foreach (var posting in found.Phrases)
                phrases[posting.Place] += (float)share * posting.Share;
            foreach (var posting in found.Wholes)
                wholes[posting.Place] += (float)share * posting.Share;
        }
        return squares == 0 ? SearchResult.Nothing : new SearchResult(Ranked(phrases, wholes, speaks, Math.Sqrt(squares), limit), unknown / squares);
    }

    private static void KeepSpeaking(bool[] speaks, Posting[] owners)
    {
        var named = owners.Select(posting => posting.Place).ToHashSet();
        for (var owner = 0; owner < speaks.Length; owner++)
            speaks[owner] &= named.Contains(owner);
    }

    private List<(int Owner, double Score)> Ranked(float[] phrases, float[] wholes, bool[] speaks, double length, int limit)
    {
        var (nearest, second) = (new float[_owners], new float[_owners]);
        for (var phrase = 0; phrase < phrases.Length; phrase++)
        {
            var owner = _ownerOfPhrase[phrase];
            if (phrases[phrase] > nearest[owner])
                (nearest[owner], second[owner]) = (phrases[phrase], nearest[owner]);
            else if (phrases[phrase] > second[owner])
                second[owner] = phrases[phrase];
        }
        return [.. Enumerable.Range(0, _owners)
            .Where(owner => nearest[owner] > 0 && speaks[owner])
            .Select(owner => (owner, ((NearestShare * nearest[owner]) + (SecondShare * second[owner]) + (WholeShare * wholes[owner])) / length))
            .OrderByDescending(found => found.Item2)
            .Take(limit)];
    }

    /// <summary>How telling a feature is: by how few articles have it.</summary>
    private Dictionary<string, double> Idf(IEnumerable<(int Owner, Dictionary<string, double> Features)> phrases) =>
        phrases.SelectMany(phrase => phrase.Features.Keys.Select(feature => (feature, phrase.Owner))).Distinct()
            .GroupBy(pair => pair.feature, StringComparer.Ordinal)
            .ToDictionary(pairs => pairs.Key, pairs => Math.Log((_owners + 1.0) / (pairs.Count() + 0.5)) + 0.3, StringComparer.Ordinal);

    private static double Length(Dictionary<string, double> features, Dictionary<string, double> idf)
    {
        var squares = 0.0;
        foreach (var (feature, weight) in features)
            squares += weight * idf[feature] * weight * idf[feature];
        return squares > 0 ? Math.Sqrt(squares) : 1;
    }

    private static List<Posting> Listed(Dictionary<string, List<Posting>> lists, string feature)
    {
        ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(lists, feature, out _);
        return list ??= [];
    }

    private readonly record struct Posting(int Place, float Share);
}
