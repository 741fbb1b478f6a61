namespace LineBot.Language;

/// <summary>
/// Japan's public holidays (国民の祝日) from 2022 to 2099, by the law as it stands: fixed days, happy Mondays, the two equinoxes,
/// substitute holidays and the day between two holidays. A change of the law is a change here, or an extra closing day in the configuration.
/// </summary>
public static class JapaneseHolidays
{
    public const int FirstYear = 2022;
    public const int LastYear = 2099;

    /// <summary>Whether a day is a public holiday. Outside the years that are known here, no day is.</summary>
    public static bool Contains(DateOnly day)
    {
        if (day.Year is < FirstYear or > LastYear)
            return false;
        return IsNamed(day) || IsSubstitute(day) || IsBetweenTwo(day);
    }

    private static bool IsNamed(DateOnly day) => (day.Month, day.Day) switch
    {
        (1, 1) or (2, 11) or (2, 23) or (4, 29) or (5, 3) or (5, 4) or (5, 5) or (8, 11) or (11, 3) or (11, 23) => true,
        (1, _) => IsMonday(day, 2),
        (3, var d) => d == SpringEquinox(day.Year),
        (7, _) => IsMonday(day, 3),
        (9, var d) => d == AutumnEquinox(day.Year) || IsMonday(day, 3),
        (10, _) => IsMonday(day, 2),
        _ => false,
    };

    /// <summary>The first day after a holiday on a Sunday that is no holiday itself.</summary>
    private static bool IsSubstitute(DateOnly day)
    {
        if (IsNamed(day))
            return false;
        var before = day.AddDays(-1);
        while (IsNamed(before))
        {
            if (before.DayOfWeek == DayOfWeek.Sunday)
                return true;
            before = before.AddDays(-1);
        }
        return false;
    }

    private static bool IsBetweenTwo(DateOnly day) => IsNamed(day.AddDays(-1)) && IsNamed(day.AddDays(1));

    private static bool IsMonday(DateOnly day, int nth) => day.DayOfWeek == DayOfWeek.Monday && (day.Day - 1) / 7 + 1 == nth;

    // The sun's longitude, linear enough for these years; the official day is announced each February for the next year.
    private static int SpringEquinox(int year) => (int)(20.8431 + 0.242194 * (year - 1980)) - (year - 1980) / 4;

    private static int AutumnEquinox(int year) => (int)(23.2488 + 0.242194 * (year - 1980)) - (year - 1980) / 4;
}
