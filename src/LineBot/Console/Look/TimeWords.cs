using System.Globalization;
using LineBot.Language;

namespace LineBot.Console.Look;

/// <summary>Instants and lengths of time as operators read them: short, in Japan's time.</summary>
internal static class TimeWords
{
    /// <summary>14:05 today, 11/20 14:05 before, 2025/11/20 14:05 in another year.</summary>
    public static string Clock(DateTimeOffset instant, DateTimeOffset now)
    {
        var there = JapanTime.In(instant);
        var here = JapanTime.In(now);
        var format = there.Date == here.Date ? "H:mm" : there.Year == here.Year ? "M/d H:mm" : "yyyy/M/d H:mm";
        return there.ToString(format, CultureInfo.InvariantCulture);
    }

    /// <summary>With the seconds, as the record has them: 2026/11/20 14:05:09.</summary>
    public static string Exact(DateTimeOffset instant) => JapanTime.In(instant).ToString("yyyy/MM/dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>45秒, 3分, 1時間5分, 2日; "45 s", "3 min", "1 h 5 min", "2 d".</summary>
    public static string Length(this Tongue tongue, TimeSpan time) => time switch
    {
        { TotalSeconds: < 1 } => tongue.Say("0秒", "0 s"),
        { TotalMinutes: < 1 } => tongue.Say($"{time.Seconds}秒", $"{time.Seconds} s"),
        { TotalHours: < 1 } => tongue.Say($"{time.Minutes}分", $"{time.Minutes} min"),
        { TotalDays: < 1 } => tongue.Say($"{time.Hours}時間{time.Minutes}分", $"{time.Hours} h {time.Minutes} min"),
        _ => tongue.Say($"{(int)time.TotalDays}日", $"{(int)time.TotalDays} d"),
    };
}
