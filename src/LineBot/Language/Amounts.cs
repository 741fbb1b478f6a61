using System.Globalization;

namespace LineBot.Language;

/// <summary>Amounts of data and money as customers read them.</summary>
public static class Amounts
{
    /// <summary>
    /// 1.25GB, 500MB; "1.25 GB", "500 MB". Rounded down, so that nobody counts on what is not there;
    /// less than a MB is said to be so, and only nothing is 0.
    /// </summary>
    public static string Data(this Tongue tongue, long kb)
    {
        var (number, unit) = tongue.DataParts(kb);
        return tongue.Say(number + unit, $"{number} {unit}");
    }

    /// <summary>As <see cref="Data"/>, number and unit apart, for where they are written in different sizes.</summary>
    public static (string Number, string Unit) DataParts(this Tongue tongue, long kb) => kb switch
    {
        0 => ("0", "MB"),
        < 1_000 => (tongue.Say("1", "under 1"), tongue.Say("MB未満", "MB")),
        < 1_000_000 => ((kb / 1_000).ToString(CultureInfo.InvariantCulture), "MB"),
        _ => ((kb / 10_000 / 100m).ToString("0.##", CultureInfo.InvariantCulture), "GB"),
    };

    /// <summary>11月30日(月) まで, "until Mon, Nov 30".</summary>
    public static string Until(this Tongue tongue, DateOnly day) => tongue.Say($"{tongue.Day(day)} まで", $"until {tongue.Day(day)}");

    /// <summary>2,420円, "¥2,420".</summary>
    public static string Yen(this Tongue tongue, long yen) => yen.ToString(tongue.Say("#,0円", "¥#,0"), CultureInfo.InvariantCulture);

    /// <summary>2,420, whatever the machine's culture writes.</summary>
    public static string Number(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
