using System.Globalization;

namespace LineBot.Data;

/// <summary>Japanese days as the tables hold them: <c>2026-11-30</c>, which sorts as text.</summary>
public static class Days
{
    public static string Stored(this DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    public static DateOnly Parse(string stored) => DateOnly.ParseExact(stored, "O", CultureInfo.InvariantCulture);

    public static DateOnly LastOfMonth(this DateOnly day) => new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));
}
