using System.Text;
using System.Text.RegularExpressions;
using LineBot.Knowledge.Search;
using LineBot.RichMenu;

namespace LineBot.Knowledge;

/// <summary>What every article has to keep to, so that customers read what is true and fits a bubble.</summary>
internal static partial class ArticleChecks
{
    /// <summary>A title is also the label of a button.</summary>
    public const int LongestTitle = 24;

    public const int FewestAliases = 5;
    public const int FewestSentences = 3;
    public const int MostSentences = 8;

    public static IEnumerable<KnowledgeFault> Of(Article article, IReadOnlySet<string> topics, FactSheet facts, IReadOnlySet<string> actions)
    {
        var place = $"{article.Id}.md:1";
        if (article.Title.Length is 0 or > LongestTitle)
            yield return new(place, $"title は1〜{LongestTitle}文字です。", $"The title has 1 to {LongestTitle} characters.");
        if (article.TitleEn.Length is 0 or > 40)
            yield return new(place, "title-en は1〜40文字です。", "title-en has 1 to 40 characters.");
        if (article.Topics.Count == 0)
            yield return new(place, "topics がありません。", "It has no topics.");
        foreach (var topic in article.Topics.Where(topic => !topics.Contains(topic)))
            yield return new(place, $"topics の「{topic}」は topics.txt にありません。", $"The topic '{topic}' is not in topics.txt.");
        if (article.Aliases.Count < FewestAliases)
            yield return new(place, $"aliases は{FewestAliases}個以上です。", $"It has fewer than {FewestAliases} aliases.");
        foreach (var alias in article.Aliases.Where(alias => QuestionText.Fold(alias).Length == 0))
            yield return new(place, $"aliases の「{alias}」に文字がありません。", $"The alias '{alias}' has no letters.");
        foreach (var link in article.Links.Where(link => !actions.Contains(Postback.To(link))))
            yield return new(place, $"links の「{link}」に応える処理がありません。", $"Nothing answers the link '{link}'.");
        foreach (var fault in BodyOf(article, article.Ja, "日本語", JapaneseEnd(), facts).Concat(BodyOf(article, article.En, "English", EnglishEnd(), facts)))
            yield return fault;
    }

    private static IEnumerable<KnowledgeFault> BodyOf(Article article, IReadOnlyList<Paragraph> body, string language, Regex end, FactSheet facts)
    {
        var sentences = body.Sum(paragraph => end.Count(paragraph.Text));
        if (sentences is < FewestSentences or > MostSentences)
        {
            yield return new($"{article.Id}.md:{(body.Count > 0 ? body[0].Line : 1)}",
                $"本文（{language}）は{FewestSentences}〜{MostSentences}文です。いまは{sentences}文です。",
                $"The body ({language}) has {FewestSentences} to {MostSentences} sentences; this one has {sentences}.");
        }
        foreach (var paragraph in body)
        {
            foreach (var (line, text) in paragraph.Text.Split('\n').Index())
            {
                var place = $"{article.Id}.md:{paragraph.Line + line}";
                foreach (var name in FactSheet.NamesIn(text).Where(name => !facts.Names.Contains(name)))
                    yield return new(place, $"「{{{{{name}}}}}」という値はありません。", $"There is no value {{{{{name}}}}}.");
                foreach (Match figure in BareFigure().Matches(FactSheet.Without(text).Normalize(NormalizationForm.FormKC)))
                    yield return new(place, $"数字「{figure.Value}」は本文に書かず、{{{{…}}}} で設定の値を入れてください。", $"The figure '{figure.Value}' is not for prose: use a {{{{placeholder}}}} of a configured value.");
            }
        }
    }

    /// <summary>Any figure but the first day of a month, which is nobody's policy, and the names 4G and 5G.</summary>
    [GeneratedRegex(@"(?<![A-Za-z0-9])(?!1日|1st\b|[45]G(?![A-Za-z0-9]))[0-9][0-9.,:]*[^\s。、.]{0,3}")]
    private static partial Regex BareFigure();

    [GeneratedRegex("[。？！]")]
    private static partial Regex JapaneseEnd();

    [GeneratedRegex(@"[.?!](?=\s|$)")]
    private static partial Regex EnglishEnd();
}
