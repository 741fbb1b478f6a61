using System.Text;
using System.Text.RegularExpressions;
using LineBot.Accounts;

namespace LineBot.Inquiries;

/// <summary>What was found in a text that must not be kept.</summary>
[Flags]
public enum Secret
{
    None = 0,
    CardNumber = 1,
    UserCode = 2,
    Password = 4,
}

/// <summary>Covers what customers should not have typed: card numbers, user codes, passwords. Every other character stays as typed.</summary>
public static partial class Masking
{
    private const char Cover = '●';

    public static (string Text, Secret Found) Of(string text)
    {
        var folded = Folded(text);
        var covered = new StringBuilder(text);
        var found = Secret.None;
        foreach (Match run in Digits().Matches(folded))
            found |= CoverNumbers(run, covered);
        foreach (Match password in PasswordAndValue().Matches(folded))
        {
            CoverAll(covered, password.Groups["value"].Index, password.Groups["value"].Length);
            found |= Secret.Password;
        }
        return (covered.ToString(), found);
    }

    /// <summary>
    /// Full-width letters and digits, and the many spaces and dashes, as the plain ones: one character for one, so that a place in the
    /// folded text is the same place in the typed one.
    /// </summary>
    internal static string Folded(string text) => string.Create(text.Length, text, (to, from) =>
    {
        for (var i = 0; i < to.Length; i++)
            to[i] = Fold(from[i]);
    });

    private static char Fold(char c) => c switch
    {
        >= '！' and <= '～' => (char)(c - '！' + '!'),
        '　' or '\t' or '\n' or '\r' or '\u00A0' or >= '\u2000' and <= '\u200D' or '\u202F' or '\u205F' or '\u2060' or '\uFEFF' => ' ',
        '‐' or '‑' or '‒' or '–' or '—' or '―' or '−' or 'ー' or 'ｰ' or '\u00AD' or '\uFE63' or '_' => '-',
        _ => c,
    };

    private static Secret CoverNumbers(Match run, StringBuilder covered)
    {
        var groups = run.Groups["group"].Captures;
        // Cards first: a phone number written before a card must not draw the card's first digits into a code.
        var cards = CoverWindows(groups, covered, IsCardNumber, Secret.CardNumber);
        return cards | CoverWindows(groups, covered, IsUserCode, Secret.UserCode);
    }

    private static Secret CoverWindows(CaptureCollection groups, StringBuilder covered, Func<IReadOnlyList<Capture>, bool> isSecret, Secret kind)
    {
        var found = Secret.None;
        for (var first = 0; first < groups.Count; first++)
        {
            var window = new List<Capture>();
            for (var last = first; last < groups.Count && covered[groups[last].Index] != Cover && window.Sum(g => g.Length) < 19; last++)
            {
                window.Add(groups[last]);
                if (!isSecret(window))
                    continue;
                foreach (var group in window)
                    CoverAll(covered, group.Index, group.Length);
                found |= kind;
                break;
            }
        }
        return found;
    }

    private static bool IsUserCode(IReadOnlyList<Capture> groups) =>
        groups.All(group => group.Length % 4 == 0) && groups.Sum(group => group.Length) == UserCode.Digits;

    private static bool IsCardNumber(IReadOnlyList<Capture> groups) => IsCardNumber(string.Concat(groups.Select(group => group.Value)));

    private static bool IsCardNumber(string digits) =>
        digits.Length switch
        {
            // Of the numbers with 15 digits most are IMEIs, which people do have to tell and which pass the same check.
            15 => digits.StartsWith("34", StringComparison.Ordinal) || digits.StartsWith("37", StringComparison.Ordinal),
            >= 13 and <= 19 => digits[0] is >= '2' and <= '6',
            _ => false,
        } && PassesLuhn(digits);

    private static bool PassesLuhn(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            sum += i % 2 == 0 ? digit : digit < 5 ? digit * 2 : digit * 2 - 9;
        }
        return sum % 10 == 0;
    }

    private static void CoverAll(StringBuilder covered, int start, int length)
    {
        for (var i = start; i < start + length; i++)
            covered[i] = Cover;
    }

    [GeneratedRegex("(?<group>[0-9]+)(?:[ ./・-]{1,3}(?<group>[0-9]+))*")]
    private static partial Regex Digits();

    // After "は", "is" or a space it takes a digit to tell a password from the rest of the sentence.
    [GeneratedRegex("""
        (?:パスワ[ー-]ド|ﾊﾟｽﾜ[ｰ-]ド?|ぱすわ[ー-]ど|パスコ[ー-]ド|暗証番号|password|passwd|passcode|\bpass\b|\bpwd?\b|\bpin\b)
        (?:\ *[:=→「"]\ *(?<value>[!-~]{4,})
          |\ *(?:は|が|を|is|was)?\ *[「"]?(?<value>(?=[!-~]*[0-9])[!-~]{4,}))
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PasswordAndValue();
}
