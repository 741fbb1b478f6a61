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
