using System.Globalization;
using LineBot.Data;

namespace LineBot.Tests.Data;

public sealed class PaceTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);
    private static readonly DateOnly LongAgo = new(2026, 9, 1);

    [Theory]
    [InlineData(1_000, "2026-11-24")] // 200 MB are left for today, then 200 MB a day.
    [InlineData(1_001, "2026-11-25")]
    [InlineData(2_200, "2026-11-30")]
    [InlineData(2_201, null)]
    public void Says_on_which_day_of_the_month_data_runs_out(long leftMb, string? day)
    {
        var pace = Pace.Of(Left(leftMb), Week(200), LongAgo)!;
        pace.KbPerDay.ShouldBe(200_000);
        pace.RunsOutOn.ShouldBe(day is null ? null : DateOnly.Parse(day, CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Counts_what_was_used_today_already()
    {
        List<UsageDay> usage = [.. Week(200), new UsageDay(Today, 200_000, 0)];
        Pace.Of(Left(1_000), usage, LongAgo)!.RunsOutOn.ShouldBe(new DateOnly(2026, 11, 25));
    }

    [Fact]
    public void Averages_over_the_days_since_activation()
    {
        Pace.Of(Left(1_000), [new UsageDay(Today.AddDays(-1), 300_000, 0)], Today.AddDays(-2))!.KbPerDay.ShouldBe(150_000);
        Pace.Of(Left(1_000), [], Today).ShouldBeNull();
    }

    [Fact]
    public void Without_usage_nothing_runs_out_and_without_data_there_is_no_pace()
    {
        Pace.Of(Left(1_000), [], LongAgo).ShouldBe(new Pace(0, null));
        Pace.Of(Left(0), Week(200), LongAgo).ShouldBeNull();
    }

    private static Balance Left(long mb) =>
        new(Today, [new DataPart(1, PartKind.Plan, new DateOnly(2026, 11, 1), 0, new DateOnly(2026, 11, 30), null, 6_000_000, mb * 1_000)]);

    private static List<UsageDay> Week(long mb) =>
        [.. Enumerable.Range(1, 9).Select(ago => new UsageDay(Today.AddDays(-ago), ago <= 7 ? mb * 1_000 : 5_000_000, 0))];
}
