using System.Security.Cryptography;
using System.Text;

namespace LineBot.Data;

/// <summary>What a present link carries and opens the present with: 26 letters and digits, more than 128 random bits.</summary>
public static class ShareCode
{
    public const int Length = 26;

    // Without 0 O 1 I L: it may be read out and typed.
    private const string Letters = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private const string Separators = " -‐‑‒–—―−ー・.";

    public static string New() => RandomNumberGenerator.GetString(Letters, Length);

    /// <summary>
    /// The code in its one form, out of what was typed: full-width, small letters, spaces and hyphens. Of another length than
    /// <see cref="Length"/> it is no code, but meant to be one. Null for a text that holds anything else.
    /// </summary>
    public static string? In(string text)
    {
        var code = new StringBuilder();
        foreach (var c in text.Normalize(NormalizationForm.FormKC).ToUpperInvariant())
        {
            if (Letters.Contains(c, StringComparison.Ordinal))
                code.Append(c);
            else if (!Separators.Contains(c, StringComparison.Ordinal) && !char.IsWhiteSpace(c))
                return null;
        }
        return code.Length == 0 ? null : code.ToString();
    }
}
