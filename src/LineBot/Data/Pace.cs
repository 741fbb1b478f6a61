namespace LineBot.Data;

/// <summary>How fast a subscription has been using data of late, and where that leads.</summary>
/// <param name="KbPerDay">The average of the last full days.</param>
/// <param name="RunsOutOn">The day of this month on which the balance ends at this pace; null where it lasts the month.</param>
public sealed record Pace(long KbPerDay, DateOnly? RunsOutOn)
{
    /// <summary>A week, so that weekends count as often as they come.</summary>
    public const int Days = 7;

    /// <summary>The pace by the days before today, or null on the first day of a subscription and at a balance of 0.</summary>
    /// <param name="usage">The usage of the last <see cref="Days"/> days and today; days without usage may be missing.</param>
    /// <param name="activated">The day from which the subscription could be used.</param>
    public static Pace? Of(Balance balance, IReadOnlyList<UsageDay> usage, DateOnly activated)
    {
        var today = balance.Today;
        var first = activated > today.AddDays(-Days) ? activated : today.AddDays(-Days);
        var days = today.DayNumber - first.DayNumber;
        if (days <= 0 || balance.IsSlow)
            return null;
        var perDay = usage.Where(used => used.Day >= first && used.Day < today).Sum(used => used.UsedKb) / days;
        return new Pace(perDay, RunOut(balance, usage.FirstOrDefault(used => used.Day == today)?.UsedKb ?? 0, perDay));
    }

    private static DateOnly? RunOut(Balance balance, long usedTodayKb, long perDayKb)
    {
        var left = balance.LeftKb;
        var expected = Math.Max(0, perDayKb - usedTodayKb);
        for (var day = balance.Today; day <= balance.Today.LastOfMonth(); day = day.AddDays(1))
        {
            left -= expected;
            if (left <= 0 && perDayKb > 0)
                return day;
            expected = perDayKb;
        }
        return null;
    }
}
