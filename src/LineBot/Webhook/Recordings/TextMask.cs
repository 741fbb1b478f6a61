using System.Text.RegularExpressions;
using LineBot.Inquiries;

namespace LineBot.Webhook.Recordings;

/// <summary>
/// Covers in a text what is known by its shape (numbers, addresses, names before さん and 様, days) and what is on a list of words
/// that belong to persons.
/// </summary>
/// <param name="words">Names, addresses, login IDs.</param>
public sealed partial class TextMask(Pseudonyms pseudonyms, IEnumerable<string> words)
{
    private readonly IReadOnlyList<string> _words = [.. Parts(words).Distinct(StringComparer.Ordinal).OrderByDescending(word => word.Length)];

    /// <summary>What takes the place of something covered.</summary>
    /// <param name="kind">What it is: <c>phone</c>, <c>name</c>.</param>
    public delegate string Cover(string kind, string covered);

    public string Of(string text, Cover cover)
    {
        var cut = new Cut(text);
        // What is found first is out of sight for what is looked for after it.
        cut.Take(LineId(), id => pseudonyms.Of(id));
        cut.Take(WebAddress(), address => UriMask.Of(address));
        foreach (var (kind, shape) in Shapes)
            cut.Take(shape, found => cover(kind, found));
        cut.Take(LongNumber(), number => cover(PhoneNumber().IsMatch(Masking.Folded(number)) ? "phone" : "number", number));
        foreach (var (start, length) in SecretsIn(cut.Typed))
            cut.Take(start, length, secret => cover("number", secret));
        foreach (var (start, length) in WordsIn(cut.Typed))
            cut.Take(start, length, word => cover("name", word));
        cut.Take(NameBeforeTitle(), name => cover("name", name));
        return cut.Together();
    }

    private static readonly IReadOnlyList<(string Kind, Regex Shape)> Shapes = [("mail", MailAddress()), ("token", Token()), ("day", Day()), ("address", Address())];

    /// <summary>Card numbers, user codes and passwords, as talks with people have them covered.</summary>
    private static IEnumerable<(int Start, int Length)> SecretsIn(string text)
    {
        var covered = Masking.Of(text).Text;
        for (var i = 0; i < text.Length; i++)
        {
            var start = i;
            while (i < text.Length && covered[i] != text[i])
                i++;
            if (i > start)
                yield return (start, i - start);
        }
    }

    private IEnumerable<(int Start, int Length)> WordsIn(string text)
    {
        foreach (var word in _words)
        {
            for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
            {
                if (word.Length > 1 || IsWordOfItsOwn(text, at))
                    yield return (at, word.Length);
            }
        }
    }

    /// <summary>A name of one character stands in many words: 陸 is one in 陸の残量, and none in 大陸.</summary>
    private static bool IsWordOfItsOwn(string text, int at) =>
        (at == 0 || ScriptOf(text[at - 1]) != ScriptOf(text[at])) && (at + 1 == text.Length || ScriptOf(text[at + 1]) != ScriptOf(text[at]));

    private static int ScriptOf(char letter) => letter switch
    {
        >= 'ぁ' and <= 'ゖ' => 1,
        >= 'ァ' and <= 'ヺ' or 'ー' => 2,
        >= '\u3400' and <= '\u9FFF' or '々' => 3,
        _ when char.IsLetter(letter) => 4,
        _ => 0,
    };

    /// <summary>山田 花子 is called by either part.</summary>
    private static IEnumerable<string> Parts(IEnumerable<string> words) =>
        words.Select(word => word.Trim()).Where(word => word.Length > 0)
            .SelectMany(word => word.Split((char[])[' ', '　'], StringSplitOptions.RemoveEmptyEntries).Append(word));

    [GeneratedRegex("[UCR][0-9a-f]{32}")]
    private static partial Regex LineId();

    [GeneratedRegex("""https?://[^\s"'<>「」、。]+""", RegexOptions.IgnoreCase)]
    private static partial Regex WebAddress();

    [GeneratedRegex(@"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")]
    private static partial Regex MailAddress();

    // Runs that no word is: ids, tokens, codes of invitations and presents.
    [GeneratedRegex(@"(?<![A-Za-z0-9_-])(?=[A-Za-z0-9_-]*[0-9])(?=[A-Za-z0-9_-]*[A-Za-z])[A-Za-z0-9_-]{16,}|(?<![A-Za-z0-9_#-])(?=[A-Z0-9]*[A-Z])(?:(?=[A-Z0-9]*[0-9])[A-Z0-9]{8,9}|[A-Z0-9]{10,})(?![A-Za-z0-9_-])")]
    private static partial Regex Token();

    [GeneratedRegex("""
        (?:\d{4}\ ?年\ ?)?\d{1,2}\ ?月\ ?\d{1,2}\ ?日(?:\ ?\([日月火水木金土]\))?(?:\ \d{1,2}:\d{2})?
        |(?<!\d)\d{4}[-/]\d{1,2}[-/]\d{1,2}(?:[ T]\d{1,2}:\d{2})?(?!\d)
        |\b(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,\ )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\ \d{1,2}\b(?:,\ \d{4})?(?:\ at\ \d{1,2}:\d{2})?
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Day();

    [GeneratedRegex(@"^(?:\+81|0)[ ()0-]{0,4}\d{1,4}[ ()-]{0,2}\d{1,4}[ ()-]{0,2}\d{3,4}$")]
    private static partial Regex PhoneNumber();

    [GeneratedRegex(@"〒?\ ?(?<!\d)\d{3}-\d{4}(?![\d-])|[一-龠]{2,3}[都道府県][一-龠ぁ-んァ-ヶ-]{1,10}?[市区町村郡][^\s、。「」()]*")]
    private static partial Regex Address();

    [GeneratedRegex("""
        (?:[一-龠々]{1,6}|[ァ-ヶ-]{2,12}|(?<![ぁ-ん])[ぁ-ん]{2,6}|[A-Za-z]{2,20})(?<![客皆者手方様])[ 　]?(?=さん|様|さま|ちゃん|くん)
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex NameBeforeTitle();

    [GeneratedRegex(@"\+?\d(?:[ ()-]{0,2}\d){6,}")]
    private static partial Regex LongNumber();
}
