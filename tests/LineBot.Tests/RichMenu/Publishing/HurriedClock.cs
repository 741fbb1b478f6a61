using LineBot.Simulator.Clock;

namespace LineBot.Tests.RichMenu.Publishing;

/// <summary>The clock of somebody who need not wait: whoever sets a timer on it turns the shared clock to when it is due.</summary>
public sealed class HurriedClock(TurnableClock shared) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => shared.GetUtcNow();

    public override long GetTimestamp() => shared.GetTimestamp();

    public override long TimestampFrequency => shared.TimestampFrequency;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var due = shared.GetUtcNow() + dueTime;
        var timer = shared.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero)
            _ = Task.Run(() => shared.TurnTo(due));
        return timer;
    }
}
