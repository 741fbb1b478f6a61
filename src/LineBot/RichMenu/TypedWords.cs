using System.Globalization;
using System.Text;

namespace LineBot.RichMenu;

/// <summary>Brings what people type to one form: width, case, spaces and punctuation do not count, nor does katakana against hiragana.</summary>
public static class TypedWords
{
    /// <summary>Shorter words count only as the whole text: two characters stand inside too many others.</summary>
    public const int ShortestInsideSentence = 3;

    /// <summary>In a longer text a tile's word is rarely what it is about.</summary>
    public const int LongestSentence = 24;

    public static string Normalise(string text)
    {
        var normal = new StringBuilder(text.Length);
        foreach (var c in Sound(text).Normalize(NormalizationForm.FormKC))
        {
            if (char.IsLetterOrDigit(c) || c == 'ー')
                normal.Append(ToHiragana(char.ToLower(c, CultureInfo.InvariantCulture)));
        }
        return normal.ToString();
    }

    private static char ToHiragana(char c) => c is >= 'ァ' and <= 'ヶ' ? (char)(c - 0x60) : c;

    /// <summary>A lone half of a surrogate pair, which no normalisation takes, counts as nothing.</summary>
    private static string Sound(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (char.IsSurrogate(text[i]))
                return new string([.. text.EnumerateRunes().SelectMany(rune => rune.ToString())]);
        }
        return text;
    }
}
