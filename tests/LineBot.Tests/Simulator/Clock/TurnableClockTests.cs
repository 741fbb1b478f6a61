using LineBot.Simulator.Clock;
using LineBot.Tests.Drivers;

namespace LineBot.Tests.Simulator.Clock;

public sealed class TurnableClockTests
{
    private static readonly DateTimeOffset Start = LineTalk.Noon.ToUniversalTime();

    [Fact]
    public void Returns_to_where_it_was_and_what_waits_waits_as_long_as_before()
    {
        using var clock = new TurnableClock(Start, runs: false);
        clock.Turn(TimeSpan.FromDays(30));
        var fired = 0;
        using var timer = clock.CreateTimer(_ => fired++, null, TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan);

        clock.Return();

        (clock.GetUtcNow(), clock.Turned).ShouldBe((Start, TimeSpan.Zero));
        clock.Turn(TimeSpan.FromSeconds(59));
        fired.ShouldBe(0);
        clock.Turn(TimeSpan.FromSeconds(1));
        fired.ShouldBe(1);
    }

    [Fact]
    public void Stands_still_until_it_is_turned()
    {
        using var clock = new TurnableClock(Start, runs: false);

        clock.GetUtcNow().ShouldBe(Start);
        clock.Turn(TimeSpan.FromHours(1));

        clock.GetUtcNow().ShouldBe(Start.AddHours(1));
        clock.Turned.ShouldBe(TimeSpan.FromHours(1));
    }

    [Fact]
    public void Is_never_turned_back()
    {
        using var clock = new TurnableClock(Start, runs: false);

        clock.Turn(TimeSpan.FromHours(-1));

        clock.GetUtcNow().ShouldBe(Start);
    }

    [Fact]
    public void Fires_what_comes_due_in_order_each_at_its_instant()
    {
        using var clock = new TurnableClock(Start, runs: false);
        var fired = new List<(string, TimeSpan)>();
        using var late = Timer("late", 20);
        using var early = Timer("early", 10);
        using var never = Timer("never", 31);

        clock.Turn(TimeSpan.FromSeconds(30));

        fired.ShouldBe([("early", TimeSpan.FromSeconds(10)), ("late", TimeSpan.FromSeconds(20))]);

        ITimer Timer(string name, int seconds) => clock.CreateTimer(
            _ => fired.Add((name, clock.GetUtcNow() - Start)), null, TimeSpan.FromSeconds(seconds), Timeout.InfiniteTimeSpan);
    }

    [Fact]
    public void A_periodic_timer_fires_once_a_turn_and_goes_on()
    {
        using var clock = new TurnableClock(Start, runs: false);
        var fired = 0;
        using var timer = clock.CreateTimer(_ => fired++, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));

        clock.Turn(TimeSpan.FromDays(30));
        fired.ShouldBe(1);

        clock.Turn(TimeSpan.FromSeconds(1));
        fired.ShouldBe(2);
    }

    [Fact]
    public void A_timer_that_was_ended_does_not_fire()
    {
        using var clock = new TurnableClock(Start, runs: false);
        var fired = 0;
        clock.CreateTimer(_ => fired++, null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan).Dispose();

        clock.Turn(TimeSpan.FromSeconds(2));

        fired.ShouldBe(0);
    }

    [Fact]
    public async Task Running_it_goes_on_by_itself_from_where_it_was_turned()
    {
        using var clock = new TurnableClock(Start);
        clock.Turn(TimeSpan.FromDays(1));
        var before = clock.GetUtcNow();

        await Task.Delay(TimeSpan.FromMilliseconds(20), clock);

        (clock.GetUtcNow() - before).ShouldBeInRange(TimeSpan.FromMilliseconds(20), Eventually.Patience);
    }

    [Fact]
    public async Task Running_a_wait_ends_when_it_is_turned_past_it()
    {
        using var clock = new TurnableClock(Start);
        var wait = Task.Delay(TimeSpan.FromHours(5), clock);

        clock.Turn(TimeSpan.FromHours(5));

        await wait.WaitAsync(Eventually.Patience, TimeProvider.System);
    }
}
