using LineBot.Knowledge;
using LineBot.Tests.Drivers;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace LineBot.Tests.Knowledge;

/// <summary>A folder of articles of a test's own, with one placeholder to use.</summary>
internal sealed class KnowledgeFixture : IDisposable
{
    public const string Good = """
        ---
        title: データの繰り越し
        title-en: Carrying data over
        topics:
          - データ量/繰り越し
        aliases:
          - 繰り越し
          - 余ったデータ
          - 翌月に持ち越し
          - 来月に回す
          - carry over
        links:
          - data-remaining
        ---

        余ったデータは繰り越されます。お手続きはいりません。{{limit}}まで使えます。

        ## English

        Unused data is carried over. You need not do anything. It lasts until {{limit}}.
        """;

    public KnowledgeFixture()
    {
        Write("topics.txt", "データ量/繰り越し\n解約/手順\n");
        Write("outside.txt", "明日の天気\n");
        Write("synonyms.yaml", "concepts:\n  繰り越し: [繰越, くりこし]\n  天気: [weather]\nfillers: [ください]\nforeign: [天気]\n");
        Write("carry-over.md", Good);
        Library = new Library(Options.Create(new KnowledgeOptions { Folder = Folder }), new FactSheet([new OneFact()]), NullLogger<Library>.Instance);
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("linebot-knowledge-").FullName;

    public Library Library { get; }

    /// <summary>The articles of this project.</summary>
    public static string Shipped => Path.Combine(Repository.Root, "knowledge");

    public void Write(string file, string text) => File.WriteAllText(Path.Combine(Folder, file), text);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private sealed class OneFact : IFacts
    {
        public IReadOnlyDictionary<string, Func<FactScope, string>> All => new Dictionary<string, Func<FactScope, string>> { ["limit"] = _ => "末日" };
    }
}
