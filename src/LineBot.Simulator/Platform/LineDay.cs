using System.Globalization;

namespace LineBot.Simulator.Platform;

/// <summary>Days as LINE counts them: in UTC+9.</summary>
internal static class LineDay
{
    private static readonly TimeSpan Japan = TimeSpan.FromHours(9);

    public static DateOnly Of(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Japan).DateTime);

    /// <summary>The first moment after <paramref name="day"/>.</summary>
    public static DateTimeOffset EndOf(DateOnly day) => new(day.AddDays(1), TimeOnly.MinValue, Japan);

    /// <returns>Null for what is no day as LINE writes it, <c>20261130</c>.</returns>
    public static DateOnly? Read(string? text) =>
        DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
