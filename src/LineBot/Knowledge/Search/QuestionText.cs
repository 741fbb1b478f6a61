using System.Globalization;
using System.Text;

namespace LineBot.Knowledge.Search;

/// <summary>
/// Brings questions and aliases to one form: width, case, spaces and punctuation do not count, nor does katakana against hiragana,
/// nor what thumbs mix up: small and large kana, long-vowel marks, づ and ず, を and お.
/// </summary>
public static class QuestionText
{
    /// <summary>What is longer is a story; its beginning says what it is about.</summary>
    public const int Longest = 200;

    public static string Fold(string text)
    {
        var folded = new StringBuilder(Longest);
        foreach (var c in Sound(text).Normalize(NormalizationForm.FormKC))
        {
            if (folded.Length == Longest)
                break;
            if (char.IsLetterOrDigit(c) && c != 'ー')
                folded.Append(Kana(char.ToLower(c, CultureInfo.InvariantCulture)));
        }
        return folded.ToString();
    }

    public static bool IsHiragana(char c) => c is >= 'ぁ' and <= 'ん';

    public static bool IsKanji(char c) => c is >= '一' and <= '鿿' or '々';

    /// <summary>Its beginning, with a lone half of a surrogate pair, which no normalisation takes, counting as nothing.</summary>
    private static string Sound(string text)
    {
        var beginning = text.Length > 4 * Longest ? text[..(4 * Longest)] : text;
        return beginning.Any(char.IsSurrogate) ? new string([.. beginning.EnumerateRunes().SelectMany(rune => rune.ToString())]) : beginning;
    }

    private static char Kana(char c)
    {
        var hiragana = c is >= 'ァ' and <= 'ヶ' ? (char)(c - 0x60) : c;
        return hiragana switch
        {
            'ぁ' or 'ぃ' or 'ぅ' or 'ぇ' or 'ぉ' or 'っ' or 'ゃ' or 'ゅ' or 'ょ' or 'ゎ' => (char)(hiragana + 1),
            'づ' => 'ず',
            'ぢ' => 'じ',
            'を' => 'お',
            'ゔ' => 'ぶ',
            _ => hiragana,
        };
    }
}
