using System.Globalization;

namespace LineBot.Language;

/// <summary>Months, days and opening hours of this service are Japanese, wherever the server stands.</summary>
public static class JapanTime
{
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo");

    public static DateTimeOffset In(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(In(instant).DateTime);

    /// <summary>The Japanese month of an instant, as tables hold it: <c>2026-11</c>.</summary>
    public static string MonthOf(DateTimeOffset instant) => In(instant).ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>The instant at which a Japanese day begins.</summary>
    public static DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, Zone.GetUtcOffset(midnight));
    }

    public static DateOnly FirstOfMonth(DateOnly day) => new(day.Year, day.Month, 1);

    /// <summary>The instant at which the Japanese month after <paramref name="instant"/>'s begins.</summary>
    public static DateTimeOffset StartOfNextMonth(DateTimeOffset instant) =>
        StartOf(FirstOfMonth(DayOf(instant)).AddMonths(1));
}
