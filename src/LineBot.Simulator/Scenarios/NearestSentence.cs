using System.Text.RegularExpressions;

namespace LineBot.Simulator.Scenarios;

/// <summary>Finds the sentence that was probably meant.</summary>
internal static partial class NearestSentence
{
    public static string To(string written, IEnumerable<string> sentences) =>
        sentences.MinBy(sentence => Distance(Bare(written), Bare(sentence)))!;

    /// <summary>Without what is filled in, which says nothing about the kind of sentence.</summary>
    private static string Bare(string sentence) => Filled().Replace(sentence, "");

    /// <summary>How many letters to put in, take out or change.</summary>
    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (from[i - 1] == to[j - 1] ? 0 : 1)));
        }
        return row[^1];
    }

    [GeneratedRegex("""「[^」]*」|"[^"]*"|\{\w+}|\d+""")]
    private static partial Regex Filled();
}
