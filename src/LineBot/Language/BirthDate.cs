using System.Globalization;
using System.Text;

namespace LineBot.Language;

/// <summary>Birth dates as people type them, and the ages that follow from them.</summary>
public static class BirthDate
{
    private const int OldestAge = 120;

    private static readonly string[] Forms = ["yyyyMMdd", "yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日"];

    /// <summary>A day of the Western calendar, written 1990-01-31, 1990/1/31, 1990年1月31日 or 19900131, in any width.</summary>
    /// <returns>Null for what is no date, or none of a living person's birth.</returns>
    public static DateOnly? Read(string? typed, DateOnly today)
    {
        var text = new StringBuilder();
        foreach (var c in (typed ?? "").Normalize(NormalizationForm.FormKC))
        {
            if (!char.IsWhiteSpace(c))
                text.Append(c is '‐' or '‑' or '–' or '—' or '―' or '−' or 'ー' ? '-' : c);
        }
        return DateOnly.TryParseExact(text.ToString(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day <= today && day >= today.AddYears(-OldestAge)
                ? day
                : null;
    }

    /// <summary>
    /// Whether somebody born on <paramref name="birth"/> is at least <paramref name="age"/> on <paramref name="today"/>. Japanese law ends
    /// a year of life with the day before the birthday, so who was born on February 29 is older from March 1 in years without one.
    /// </summary>
    public static bool IsAtLeast(this DateOnly birth, int age, DateOnly today)
    {
        var birthday = birth.AddYears(age);
        return today >= (birthday.Day == birth.Day ? birthday : birthday.AddDays(1));
    }
}
