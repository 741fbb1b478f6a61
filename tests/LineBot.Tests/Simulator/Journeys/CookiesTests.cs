using LineBot.Simulator.Clock;
using LineBot.Tests.Drivers;

namespace LineBot.Tests.Simulator.Journeys;

public sealed class CookiesTests
{
    private static readonly Uri Page = new("http://127.0.0.1:5000/my-page/bill");

    [Theory]
    [InlineData("a=1", "a=1")]
    [InlineData("a=1; path=/my-page; httponly; samesite=lax", "a=1")]
    [InlineData("a=1; path=/my", null)]
    [InlineData("a=1; path=/data", null)]
    [InlineData("a=1; max-age=0", null)]
    [InlineData("a=1; expires=Thu, 01 Jan 1970 00:00:00 GMT", null)]
    public void Are_sent_where_they_belong(string setCookie, string? expected)
    {
        using var clock = new TurnableClock(LineTalk.Noon, runs: false);
        var cookies = new Cookies(clock);

        cookies.Keep(Page, setCookie);

        cookies.For(Page).ShouldBe(expected);
        cookies.For(new Uri("http://localhost:5000/my-page/bill")).ShouldBeNull();
    }

    [Theory]
    [InlineData(59, "a=1")]
    [InlineData(60, null)]
    public void Age_with_the_simulated_clock(int seconds, string? expected)
    {
        using var clock = new TurnableClock(LineTalk.Noon, runs: false);
        var cookies = new Cookies(clock);
        cookies.Keep(Page, "a=1; max-age=60");

        clock.Turn(TimeSpan.FromSeconds(seconds));

        cookies.For(Page).ShouldBe(expected);
    }

    [Fact]
    public void The_last_word_counts()
    {
        using var clock = new TurnableClock(LineTalk.Noon, runs: false);
        var cookies = new Cookies(clock);

        cookies.Keep(Page, "a=1; path=/");
        cookies.Keep(Page, "a=2; path=/");
        cookies.Keep(Page, "b=3; path=/");
        cookies.Keep(Page, "b=; path=/; expires=Thu, 01 Jan 1970 00:00:00 GMT");

        cookies.For(Page).ShouldBe("a=2");
    }
}
