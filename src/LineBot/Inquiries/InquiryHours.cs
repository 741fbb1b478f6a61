using LineBot.Language;
using Microsoft.Extensions.Options;

namespace LineBot.Inquiries;

/// <summary>When people are there to answer, in Japanese time.</summary>
public sealed class InquiryHours(IOptions<InquiryOptions> options)
{
    /// <summary>More closed days in a row than anybody has; it only keeps a search from running forever.</summary>
    private const int LongestRest = 400;

    public TimeOnly OpensAt => options.Value.OpensAt;

    public TimeOnly ClosesAt => options.Value.ClosesAt;

    /// <summary>Whether people answer on every day of the year.</summary>
    public bool IsDaily => options.Value is { ClosedWeekdays.Count: 0, ClosedOnHolidays: false };

    /// <summary>The days of the week on which nobody answers, Monday first.</summary>
    public IReadOnlyList<DayOfWeek> ClosedWeekdays =>
        [.. options.Value.ClosedWeekdays.Distinct().OrderBy(day => ((int)day + 6) % 7)];

    public bool ClosedOnHolidays => options.Value.ClosedOnHolidays;

    public bool IsOpenAt(DateTimeOffset now)
    {
        var time = TimeOnly.FromTimeSpan(JapanTime.In(now).TimeOfDay);
        return time >= OpensAt && time < ClosesAt && IsOpenOn(JapanTime.DayOf(now));
    }

    /// <summary>Whether people answer on a Japanese day at all.</summary>
    public bool IsOpenOn(DateOnly day) =>
        !options.Value.ClosedWeekdays.Contains(day.DayOfWeek)
        && !options.Value.ClosedDays.Contains(day)
        && !(options.Value.ClosedOnHolidays && JapaneseHolidays.Contains(day));

    /// <summary>The next instant at which people begin; <paramref name="now"/> itself when it is one.</summary>
    public DateTimeOffset NextOpening(DateTimeOffset now)
    {
        var day = JapanTime.DayOf(now);
        if (now > OpeningOn(day))
            day = day.AddDays(1);
        for (var tried = 0; !IsOpenOn(day) && tried < LongestRest; tried++)
            day = day.AddDays(1);
        return OpeningOn(day);
    }

    private DateTimeOffset OpeningOn(DateOnly day) => JapanTime.StartOf(day) + OpensAt.ToTimeSpan();
}
