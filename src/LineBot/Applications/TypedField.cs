using System.Globalization;
using System.Text;
using LineBot.Language;

namespace LineBot.Applications;

/// <summary>Reads what people type on a phone: full-width, half-width kana, hyphens of every kind, spaces where they please.</summary>
public static class TypedField
{
    public const int LongestName = 60;
    public const int LongestAddress = 200;
    public const int ShortestLoginId = 6;
    public const int LongestLoginId = 64;

    /// <summary>Width folded, ends trimmed, runs of spaces made one.</summary>
    public static string Tidy(string? typed) =>
        string.Join(' ', (typed ?? "").Normalize(NormalizationForm.FormKC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static (string Value, Fault? Fault) Name(string? typed) => Text(typed, LongestName);

    public static (string Value, Fault? Fault) Address(string? typed)
    {
        var (value, fault) = Text(typed, LongestAddress);
        return (value, fault ?? (value.Length < 5 ? Fault.TooShort : null));
    }

    /// <summary>Katakana; hiragana and half-width letters are turned into it.</summary>
    public static (string Value, Fault? Fault) Kana(string? typed)
    {
        var (value, fault) = Text(typed, LongestName);
        value = string.Concat(value.Select(c => c is >= 'ぁ' and <= 'ゖ' ? (char)(c + ('ァ' - 'ぁ')) : c is '-' or '‐' or '−' ? 'ー' : c));
        return (value, fault ?? (value.All(c => c is (>= 'ァ' and <= 'ヺ') or 'ー' or '・' or ' ') ? null : Fault.NotKana));
    }

    /// <summary>A day of the Western calendar, written <c>1990-01-31</c>, <c>1990/1/31</c>, <c>1990年1月31日</c> or <c>19900131</c>.</summary>
    /// <returns>The day written as it is kept, 1990-01-31.</returns>
    public static (string Value, Fault? Fault) BirthDate(string? typed, DateOnly today, int lowestAge)
    {
        var text = Tidy(typed);
        if (text.Length == 0)
            return ("", Fault.Missing);
        return Language.BirthDate.Read(text, today) is not { } day
            ? (text, Fault.NotADate)
            : (day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), day.IsAtLeast(lowestAge, today) ? null : Fault.TooYoung);
    }

    /// <summary>Seven digits, with or without 〒 and hyphen.</summary>
    /// <returns>As it is kept: 100-0001.</returns>
    public static (string Value, Fault? Fault) PostalCode(string? typed)
    {
        var text = Hyphens(Tidy(typed)).TrimStart('〒').Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        if (text.Length == 0)
            return ("", Fault.Missing);
        return text.Length == 7 && text.All(char.IsAsciiDigit) ? ($"{text[..3]}-{text[3..]}", null) : (text, Fault.NotAPostalCode);
    }

    /// <summary>Letters, digits and <c>. _ - + @</c>, such as a mail address; capitals are made small.</summary>
    public static (string Value, Fault? Fault) LoginId(string? typed)
    {
        var text = Tidy(typed).ToLowerInvariant();
        return (text, text.Length switch
        {
            0 => Fault.Missing,
            < ShortestLoginId => Fault.TooShort,
            > LongestLoginId => Fault.TooLong,
            _ => text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or '+' or '@') ? null : Fault.HasForbiddenCharacters,
        });
    }

    /// <summary>A campaign or invitation code: spaces and hyphens dropped, capitals.</summary>
    public static string Code(string? typed) =>
        Hyphens(Tidy(typed)).Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();

    private static (string Value, Fault? Fault) Text(string? typed, int longest)
    {
        var value = Tidy(typed);
        return (value, value.Length == 0 ? Fault.Missing
            : value.Length > longest ? Fault.TooLong
            : value.Any(c => char.IsControl(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format)
                ? Fault.HasForbiddenCharacters : null);
    }

    private static string Hyphens(string text) =>
        string.Concat(text.Select(c => c is '‐' or '‑' or '–' or '—' or '―' or '−' or 'ー' ? '-' : c));
}
