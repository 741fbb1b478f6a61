using System.Text;
using System.Text.RegularExpressions;

namespace LineBot.Console.Staff;

/// <summary>The names that operators sign in with.</summary>
public static partial class OperatorName
{
    /// <summary>Names differ neither by case, nor by full width, nor by blanks around them.</summary>
    public static string Normalise(string name) => name.Normalize(NormalizationForm.FormKC).Trim().ToLowerInvariant();

    /// <summary>2 to 32 of a–z, 0–9, dot, hyphen and underscore, as the record and addresses take them.</summary>
    public static bool IsWritten(string name) => Pattern().IsMatch(name);

    [GeneratedRegex("^[a-z0-9][a-z0-9._-]{1,31}$")]
    private static partial Regex Pattern();
}
