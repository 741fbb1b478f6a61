using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace LineBot.Knowledge;

/// <summary>Reads one Markdown file: front matter between two lines of <c>---</c>, the Japanese body, the heading <c>## English</c>, the English body.</summary>
internal static class ArticleFile
{
    private const string Fence = "---";
    private const string EnglishHeading = "## English";

    private static readonly IDeserializer Yaml = new DeserializerBuilder()
        .WithNamingConvention(HyphenatedNamingConvention.Instance).WithEnumNamingConvention(HyphenatedNamingConvention.Instance).Build();

    /// <summary>The article, or null with what is wrong added to <paramref name="faults"/>.</summary>
    public static Article? Read(string id, string text, List<KnowledgeFault> faults)
    {
        var file = $"{id}.md";
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var fence = Array.IndexOf(lines, Fence, 1);
        if (lines[0] != Fence || fence < 0)
        {
            faults.Add(new KnowledgeFault($"{file}:1", "先頭に「---」で囲んだ項目がありません。", "The front matter between two lines of --- is missing."));
            return null;
        }
        var english = Array.IndexOf(lines, EnglishHeading, fence);
        if (english < 0)
        {
            faults.Add(new KnowledgeFault($"{file}:{lines.Length}", $"「{EnglishHeading}」の見出しと英語の本文がありません。", $"The heading '{EnglishHeading}' and the English body are missing."));
            return null;
        }
        try
        {
            var front = Yaml.Deserialize<FrontMatter>(string.Join('\n', lines[1..fence])) ?? new FrontMatter();
            return front.ToArticle(id, Paragraphs(lines, fence + 1, english), Paragraphs(lines, english + 1, lines.Length));
        }
        catch (YamlException e)
        {
            var reason = (e.InnerException ?? e).Message;
            faults.Add(new KnowledgeFault($"{file}:{e.Start.Line + 1}", $"項目が読めません: {reason}", $"The front matter is not readable: {reason}"));
            return null;
        }
    }

    private static List<Paragraph> Paragraphs(string[] lines, int from, int until)
    {
        var paragraphs = new List<Paragraph>();
        var start = -1;
        for (var i = from; i <= until; i++)
        {
            var isText = i < until && lines[i].Trim().Length > 0;
            if (isText && start < 0)
                start = i;
            if (!isText && start >= 0)
            {
                paragraphs.Add(new Paragraph(string.Join('\n', lines[start..i].Select(line => line.Trim())), start + 1));
                start = -1;
            }
        }
        return paragraphs;
    }

    /// <summary>The front matter with its names as they are written; YamlDotNet sets them.</summary>
    private sealed class FrontMatter
    {
        public string Title { get; set; } = "";

        public string TitleEn { get; set; } = "";

        public List<string> Topics { get; set; } = [];

        public List<string> Aliases { get; set; } = [];

        public List<string> Links { get; set; } = [];

        public int? Common { get; set; }

        public Audience For { get; set; }

        public OwnState Own { get; set; }

        public Article ToArticle(string id, IReadOnlyList<Paragraph> ja, IReadOnlyList<Paragraph> en) => new()
        {
            Id = id, Title = Title, TitleEn = TitleEn, Topics = Topics, Aliases = Aliases, Links = Links, Common = Common, For = For, Own = Own, Ja = ja, En = en,
        };
    }
}
