using LineBot.Language;

namespace LineBot.Notices;

/// <summary>The hours of the night in which nobody is told anything that can wait, in Japan.</summary>
public sealed record QuietHours(TimeOnly From, TimeOnly Until)
{
    /// <summary>The first instant, from <paramref name="now"/> on, at which a notice may be told.</summary>
    public DateTimeOffset NextOpening(DateTimeOffset now)
    {
        var day = JapanTime.DayOf(now);
        var time = TimeOfDay(now);
        if (!time.IsBetween(From, Until))
            return now;
        return JapanTime.StartOf(time < Until ? day : day.AddDays(1)) + Until.ToTimeSpan();
    }

    /// <summary>How long after <paramref name="now"/> the next quiet hours begin; null where there are none.</summary>
    public TimeSpan? TimeLeft(DateTimeOffset now)
    {
        var left = From - TimeOfDay(now);
        return From == Until ? null : left == TimeSpan.Zero ? TimeSpan.FromDays(1) : left;
    }

    private static TimeOnly TimeOfDay(DateTimeOffset now) => TimeOnly.FromTimeSpan(JapanTime.In(now).TimeOfDay);
}
