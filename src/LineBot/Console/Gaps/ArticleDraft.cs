using System.Text;

namespace LineBot.Console.Gaps;

/// <summary>The beginning of a help article for a gap: its file as the articles' folder takes it, with the answer left to write.</summary>
internal static class ArticleDraft
{
    private const int MostAliases = 20;

    public static string Of(Gap gap)
    {
        var wordings = gap.Wordings.Take(MostAliases).ToList();
        var text = new StringBuilder("---\n")
            .Append("title: ").Append(Line(wordings[0])).Append('\n')
            .Append("title-en: \n")
            .Append("topics: []\n")
            .Append("aliases:\n");
        foreach (var wording in wordings)
            text.Append("  - ").Append(Line(wording)).Append('\n');
        return text.Append("---\n\n（ここに回答を書いてください。3〜8文）\n\n## English\n\n(Write the answer here, 3 to 8 sentences.)\n").ToString();
    }

    /// <summary>Quoted, because a customer's words may hold what means something in front matter.</summary>
    private static string Line(string wording) => $"\"{wording.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
