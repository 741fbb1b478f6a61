using LineBot.Knowledge.Search;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace LineBot.Knowledge;

/// <summary>What stands in <c>knowledge/</c> at one moment, read and checked.</summary>
/// <param name="Articles">Those that are whole, by id.</param>
/// <param name="Vocabulary">Null where its file is broken.</param>
/// <param name="Outside">Questions that are nobody's here, so that what is like them is not answered.</param>
/// <param name="Topics">What customers ask about.</param>
/// <param name="Faults">What is wrong with the rest.</param>
public sealed record KnowledgeFolder(
    IReadOnlyList<Article> Articles, Vocabulary? Vocabulary, IReadOnlyList<string> Outside, IReadOnlySet<string> Topics, IReadOnlyList<KnowledgeFault> Faults)
{
    private const string Words = "synonyms.yaml";

    private static readonly IDeserializer Yaml = new DeserializerBuilder().WithNamingConvention(HyphenatedNamingConvention.Instance).Build();

    /// <summary>The folder that came along with the build.</summary>
    public static string Shipped => Path.Combine(AppContext.BaseDirectory, "knowledge");

    /// <summary>What tells whether anything in the folder has changed.</summary>
    public static string Stamp(string path) => string.Join('\n', Files(path)
        .Select(file => new FileInfo(file)).Select(file => $"{file.Name} {file.LastWriteTimeUtc.Ticks} {file.Length}"));

    public static KnowledgeFolder Read(string path, FactSheet facts, IReadOnlySet<string> actions)
    {
        var faults = new List<KnowledgeFault>();
        var topics = LinesOf(path, "topics.txt", faults).ToHashSet(StringComparer.Ordinal);
        var articles = new List<Article>();
        foreach (var file in Files(path).Where(file => Path.GetExtension(file) == ".md" && Path.GetFileName(file) != "README.md"))
        {
            if (ArticleFile.Read(Path.GetFileNameWithoutExtension(file), File.ReadAllText(file), faults) is not { } article)
                continue;
            var own = ArticleChecks.Of(article, topics, facts, actions).ToList();
            faults.AddRange(own);
            if (own.Count == 0)
                articles.Add(article);
        }
        faults.AddRange(AskedTwice(articles));
        return new KnowledgeFolder(articles, VocabularyOf(path, faults), LinesOf(path, "outside.txt", faults), topics, faults);
    }

    /// <summary>The topics that no article answers.</summary>
    public IEnumerable<string> Unanswered => Topics.Except(Articles.SelectMany(article => article.Topics)).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Files(string path) =>
        Directory.Exists(path) ? Directory.EnumerateFiles(path).Order(StringComparer.Ordinal) : [];

    private static IEnumerable<KnowledgeFault> AskedTwice(IEnumerable<Article> articles) =>
        articles.SelectMany(article => article.Aliases.Select(QuestionText.Fold).Distinct().Select(alias => (alias, article)))
            .GroupBy(asked => asked.alias, asked => asked.article.Id)
            .Where(asked => asked.Count() > 1)
            .Select(asked => new KnowledgeFault(
                $"{asked.Last()}.md:1", $"「{asked.Key}」は {asked.First()} の aliases にもあります。", $"'{asked.Key}' is an alias of {asked.First()} as well."));

    private static List<string> LinesOf(string path, string name, List<KnowledgeFault> faults)
    {
        var file = Path.Combine(path, name);
        if (File.Exists(file))
            return [.. File.ReadLines(file).Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#')];
        faults.Add(new KnowledgeFault(file, "ファイルがありません。", "This file is missing."));
        return [];
    }

    private static Vocabulary? VocabularyOf(string path, List<KnowledgeFault> faults)
    {
        try
        {
            var words = Yaml.Deserialize<WordsFile>(File.ReadAllText(Path.Combine(path, Words)));
            return new Vocabulary(words.Concepts.Select(concept => KeyValuePair.Create(concept.Key, (IReadOnlyList<string>)concept.Value)), words.Fillers, words.Foreign);
        }
        catch (YamlException e)
        {
            faults.Add(new KnowledgeFault($"{Words}:{e.Start.Line}", $"読めません: {e.Message}", $"This is not readable: {e.Message}"));
        }
        catch (FileNotFoundException)
        {
            faults.Add(new KnowledgeFault(Path.Combine(path, Words), "ファイルがありません。", "This file is missing."));
        }
        return null;
    }

    private sealed class WordsFile
    {
        public Dictionary<string, List<string>> Concepts { get; set; } = [];

        public List<string> Fillers { get; set; } = [];

        public List<string> Foreign { get; set; } = [];
    }
}
