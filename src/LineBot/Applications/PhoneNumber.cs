using System.Globalization;
using System.Text.RegularExpressions;

namespace LineBot.Applications;

/// <summary>Phone numbers as they are stored and shown: 080-0000-0001.</summary>
internal static partial class PhoneNumber
{
    public static bool IsWritten(string number) => Written().IsMatch(number);

    public static string After(string number)
    {
        var next = long.Parse(number.Replace("-", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) + 1;
        var digits = next.ToString("D11", CultureInfo.InvariantCulture);
        return $"{digits[..3]}-{digits[3..7]}-{digits[7..]}";
    }

    [GeneratedRegex("^0[0-9]{2}-[0-9]{4}-[0-9]{4}$")]
    private static partial Regex Written();
}
