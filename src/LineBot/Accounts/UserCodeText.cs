using System.Text;

namespace LineBot.Accounts;

/// <summary>Reads a user code as people type it: full-width digits, spaces, hyphens of all kinds.</summary>
public static class UserCodeText
{
    private const string Separators = " -‐‑‒–—―−ー・.";

    /// <summary>The digits, when the text holds nothing but digits and separators; null when it is some other text.</summary>
    public static string? DigitsIn(string text)
    {
        var digits = new StringBuilder();
        foreach (var c in text.Trim().Normalize(NormalizationForm.FormKC))
        {
            if (char.IsAsciiDigit(c))
                digits.Append(c);
            else if (!Separators.Contains(c, StringComparison.Ordinal) && !char.IsWhiteSpace(c))
                return null;
        }
        return digits.Length == 0 ? null : digits.ToString();
    }
}
