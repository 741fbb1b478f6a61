using LineBot.Knowledge.Search;

namespace LineBot.Knowledge;

/// <summary>
/// Finds the articles for a question among those of one moment, and says how sure it is. What is nearer to the questions that are
/// nobody's here is not answered.
/// </summary>
public sealed class Answerer
{
    public const int MostShown = 3;

    /// <summary>Below it, the likeness is by chance.</summary>
    private const double Near = 0.20;

    private const double SureScore = 0.5;
    private const double SureLead = 1.25;

    /// <summary>Who knows less of a question than this should not be sure of an answer.</summary>
    private const double MostUnknown = 0.4;

    private readonly IReadOnlyList<Article> _articles;
    private readonly Dictionary<string, Article> _byId;
    private readonly SearchIndex _index;

    public Answerer(IReadOnlyList<Article> articles, IReadOnlyList<string> outside, Vocabulary vocabulary)
    {
        _articles = articles;
        _byId = articles.ToDictionary(article => article.Id, StringComparer.Ordinal);
        _index = new SearchIndex([.. articles.Select(article => (IReadOnlyList<string>)[article.Title, .. article.Aliases, article.TitleEn]), outside], vocabulary);
    }

    public IReadOnlyList<Article> Articles => _articles;

    public Article? Find(string id) => _byId.GetValueOrDefault(id);

    public Answer Answer(string question)
    {
        var answer = AnswerAsTyped(question);
        if (answer.Verdict == Verdict.Sure || Romaji.Read(question) is not { } kana)
            return answer;
        var read = AnswerAsTyped(kana);
        return read.Best > answer.Best ? read : answer;
    }

    private Answer AnswerAsTyped(string question)
    {
        var result = _index.Find(question, MostShown + 1);
        var found = result.Owners;
        var near = found.Where(one => one.Owner < _articles.Count && one.Score >= Near)
            .Take(MostShown).Select(one => new FoundArticle(_articles[one.Owner], Math.Round(one.Score, 4))).ToList();
        if (near.Count == 0 || found[0].Owner == _articles.Count)
            return Knowledge.Answer.Nothing;
        var second = found.Count > 1 ? found[1].Score : 0;
        var isSure = near[0].Score >= SureScore && near[0].Score >= second * SureLead && result.Unknown <= MostUnknown;
        return new Answer(isSure ? Verdict.Sure : Verdict.Unsure, near);
    }
}
