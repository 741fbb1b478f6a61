using LineBot.Simulator.Phones.Bench;

namespace LineBot.Tests.Simulator.Phones.Bench;

public sealed class BenchHandTests
{
    [Theory]
    [InlineData("hour", "2026-11-22T23:30:00+09:00", "2026-11-23T00:30:00+09:00")]
    [InlineData("morning", "2026-11-22T00:00:00+09:00", "2026-11-23T09:00:00+09:00")]
    [InlineData("morning", "2026-11-30T23:59:00+09:00", "2026-12-01T09:00:00+09:00")]
    [InlineData("month", "2026-11-22T12:00:00+09:00", "2026-11-30T23:55:00+09:00")]
    [InlineData("month", "2026-11-30T23:54:59+09:00", "2026-11-30T23:55:00+09:00")]
    [InlineData("month", "2026-11-30T23:55:00+09:00", "2026-12-31T23:55:00+09:00")]
    [InlineData("sideways", "2026-11-22T12:00:00+09:00", "2026-11-22T12:00:00+09:00")]
    public void Turns_the_clock_forward_to_where_the_button_says(string turn, string now, string then) =>
        BenchHand.After(turn, DateTimeOffset.Parse(now, null)).ShouldBe(DateTimeOffset.Parse(then, null));
}
