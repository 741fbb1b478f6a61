using System.Globalization;

namespace LineBot.Language;

/// <summary>Japanese days and times of day as customers read them.</summary>
public static class DayWords
{
    private static readonly CultureInfo English = CultureInfo.InvariantCulture;

    private static readonly string[] Weekdays = ["日", "月", "火", "水", "木", "金", "土"];

    /// <summary>7月2日(木), "Thu, Jul 2".</summary>
    public static string Day(this Tongue tongue, DateOnly day) =>
        tongue.Say($"{day.Month}月{day.Day}日({Weekdays[(int)day.DayOfWeek]})", day.ToString("ddd, MMM d", English));

    /// <summary>2026年7月2日, "Jul 2, 2026": a day that may be years ago.</summary>
    public static string DayOfYear(this Tongue tongue, DateOnly day) =>
        tongue.Say($"{day.Year}年{day.Month}月{day.Day}日", day.ToString("MMM d, yyyy", English));

    /// <summary>7月, "July".</summary>
    public static string Month(this Tongue tongue, DateOnly month) => tongue.Say($"{month.Month}月", month.ToString("MMMM", English));

    /// <summary>2026年7月, "July 2026".</summary>
    public static string MonthOfYear(this Tongue tongue, DateOnly month) =>
        tongue.Say($"{month.Year}年{month.Month}月", month.ToString("MMMM yyyy", English));

    /// <summary>木, "Thursday".</summary>
    public static string Weekday(this Tongue tongue, DayOfWeek day) => tongue.Say(Weekdays[(int)day], day.ToString());

    /// <summary>The day and the minute in Japan: 7月2日(木) 10:00, "Thu, Jul 2 at 10:00 (JST)".</summary>
    public static string DayAndTime(this Tongue tongue, DateTimeOffset instant)
    {
        var time = TimeOf(TimeOnly.FromTimeSpan(JapanTime.In(instant).TimeOfDay));
        var day = tongue.Day(JapanTime.DayOf(instant));
        return tongue.Say($"{day} {time}", $"{day} at {time} (JST)");
    }

    /// <summary>9:00, 19:00.</summary>
    public static string TimeOf(TimeOnly time) => time.ToString("H:mm", English);
}
