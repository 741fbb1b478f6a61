using System.Globalization;
using LineBot.Language;

namespace LineBot.Handlers.DataRemaining;

/// <summary>
/// This month's usage added up day by day, the pace from here on as a broken line, and how much can be used in all: in the units of
/// a drawing 320 wide.
/// </summary>
public sealed record MonthChart
{
    public const int Width = 320;
    public const int Left = 10;
    public const int Right = 310;
    public const int Floor = 128;
    private const int Ceiling = 30;

    private MonthChart()
    {
    }

    public required long UsedKb { get; init; }

    /// <summary>What was used and what is left.</summary>
    public required long UsableKb { get; init; }

    public required int DaysInMonth { get; init; }

    /// <summary>The height of the line of <see cref="UsableKb"/>.</summary>
    public required int UsableY { get; init; }

    public required int TodayX { get; init; }

    public required int TodayY { get; init; }

    /// <summary>The line of what was used, as the points of a polyline.</summary>
    public required string Line { get; init; }

    /// <summary>The area below it.</summary>
    public string Area => string.Create(CultureInfo.InvariantCulture, $"{Line} {TodayX},{Floor} {Left},{Floor}");

    /// <summary>Where the pace leads; null where there is none to tell.</summary>
    public required string? Forecast { get; init; }

    public static MonthChart Of(Remaining look)
    {
        var today = look.Balance.Today;
        var days = DateTime.DaysInMonth(today.Year, today.Month);
        var sums = new List<long> { 0 };
        for (var day = JapanTime.FirstOfMonth(today); day <= today; day = day.AddDays(1))
            sums.Add(sums[^1] + look.UsedOn(day));
        var (used, usable) = (sums[^1], sums[^1] + look.Balance.LeftKb);
        var most = Math.Max(1, usable);
        int X(int day) => Left + (Right - Left) * day / days;
        int Y(long kb) => Floor - (int)((Floor - Ceiling) * kb / most);
        string Point(int day, long kb) => string.Create(CultureInfo.InvariantCulture, $"{X(day)},{Y(kb)}");

        string? forecast = null;
        if (look.Pace is { KbPerDay: > 0 } pace)
        {
            var end = pace.RunsOutOn?.Day ?? days;
            var there = pace.RunsOutOn is null ? Math.Min(usable, used + pace.KbPerDay * (days - today.Day)) : usable;
            forecast = $"{Point(today.Day, used)} {Point(end, there)}";
        }
        return new MonthChart
        {
            UsedKb = used, UsableKb = usable, DaysInMonth = days, UsableY = Y(usable), TodayX = X(today.Day), TodayY = Y(used),
            Line = string.Join(' ', sums.Select((kb, day) => Point(day, kb))), Forecast = forecast,
        };
    }
}
