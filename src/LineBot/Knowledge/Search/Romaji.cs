using System.Text;

namespace LineBot.Knowledge.Search;

/// <summary>Reads Japanese that was typed in Latin letters (<c>nokori giga</c>), as those do whose keyboard is set so.</summary>
public static class Romaji
{
    private const string Consonants = "kstnhmyrwgzdbpjfv";
    private const string Vowels = "aiueo";

    /// <summary>What follows no row of the table, as most people type it.</summary>
    private const string Others =
        "shi:し chi:ち tsu:つ fu:ふ ji:じ ya:や yu:ゆ yo:よ wa:わ wo:を sha:しゃ shu:しゅ sho:しょ cha:ちゃ chu:ちゅ cho:ちょ ja:じゃ ju:じゅ jo:じょ fa:ふぁ fi:ふぃ fe:ふぇ fo:ふぉ che:ちぇ she:しぇ je:じぇ";

    private static readonly Dictionary<string, string> Syllables = Table();

    /// <returns>The reading in hiragana; null where a word is no Japanese, as in an English sentence.</returns>
    public static string? Read(string text)
    {
        var kana = new StringBuilder();
        foreach (var word in text.ToLowerInvariant().Split([' ', '　', '?', '!', '.', ','], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!TryRead(word, kana))
                return null;
        }
        return kana.Length == 0 ? null : kana.ToString();
    }

    private static bool TryRead(string word, StringBuilder kana)
    {
        for (var at = 0; at < word.Length;)
        {
            if (IsDoubled(word, at))
            {
                kana.Append('っ');
                at++;
                continue;
            }
            var syllable = Enumerable.Range(1, 3).Reverse().Where(length => at + length <= word.Length).Select(length => word.Substring(at, length))
                .FirstOrDefault(Syllables.ContainsKey);
            if (syllable is null && word[at] != 'n')
                return false;
            kana.Append(syllable is null ? "ん" : Syllables[syllable]);
            at += syllable?.Length ?? 1;
        }
        return true;
    }

    private static bool IsDoubled(string word, int at) =>
        at + 1 < word.Length && word[at] == word[at + 1] && word[at] != 'n' && Consonants.Contains(word[at], StringComparison.Ordinal);

    private static Dictionary<string, string> Table()
    {
        var rows = new Dictionary<string, string>
        {
            [""] = "あいうえお", ["k"] = "かきくけこ", ["s"] = "さしすせそ", ["t"] = "たちつてと", ["n"] = "なにぬねの", ["h"] = "はひふへほ",
            ["m"] = "まみむめも", ["r"] = "らりるれろ", ["g"] = "がぎぐげご", ["z"] = "ざじずぜぞ", ["d"] = "だぢづでど", ["b"] = "ばびぶべぼ", ["p"] = "ぱぴぷぺぽ",
        };
        var table = rows.SelectMany(row => Vowels.Select((vowel, n) => KeyValuePair.Create($"{row.Key}{vowel}", $"{row.Value[n]}"))).ToDictionary();
        foreach (var pair in Others.Split(' ').Select(pair => pair.Split(':')))
            table[pair[0]] = pair[1];
        foreach (var (consonant, row) in rows.Where(row => row.Key.Length > 0))
        {
            foreach (var (glide, small) in new[] { ("ya", 'ゃ'), ("yu", 'ゅ'), ("yo", 'ょ') })
                table[consonant + glide] = $"{row[1]}{small}";
        }
        return table;
    }
}
