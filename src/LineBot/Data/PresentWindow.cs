using LineBot.Language;

namespace LineBot.Data;

/// <summary>When presents rest around the month's turn.</summary>
internal static class PresentWindow
{
    /// <summary>The instant at which presents open again, or null while they are open.</summary>
    public static DateTimeOffset? ClosedUntil(DataPolicy policy, DateTimeOffset now)
    {
        var day = JapanTime.DayOf(now);
        var time = TimeOnly.FromTimeSpan(now - JapanTime.StartOf(day));
        if (day == day.LastOfMonth() && time >= policy.PresentsCloseAt)
            return JapanTime.StartOf(day.AddDays(1)) + policy.PresentsOpenAt.ToTimeSpan();
        if (day.Day == 1 && time < policy.PresentsOpenAt)
            return JapanTime.StartOf(day) + policy.PresentsOpenAt.ToTimeSpan();
        return null;
    }

    /// <summary>The instant at which presents close in the month of <paramref name="now"/>.</summary>
    public static DateTimeOffset ClosesAt(DataPolicy policy, DateTimeOffset now) =>
        JapanTime.StartOf(JapanTime.DayOf(now).LastOfMonth()) + policy.PresentsCloseAt.ToTimeSpan();
}
