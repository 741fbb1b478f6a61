namespace LineBot.Simulator.Clock;

internal sealed class TurnableTimer(TurnableClock clock, TimerCallback callback, object? state) : ITimer
{
    // The callback is no work of whoever turns the clock: it runs with the context of whoever set the timer.
    private readonly ExecutionContext? _context = ExecutionContext.Capture();
    private TimeSpan _period = Timeout.InfiniteTimeSpan;
    private volatile bool _disposed;

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        if (_disposed)
            return false;
        _period = period;
        clock.Schedule(this, dueTime);
        return true;
    }

    public void Fire()
    {
        if (_disposed)
            return;
        if (_period > TimeSpan.Zero)
            clock.ScheduleNext(this, _period);
        if (_context is null)
            callback(state);
        else
            ExecutionContext.Run(_context, _ => callback(state), null);
    }

    public void Dispose()
    {
        _disposed = true;
        clock.Schedule(this, Timeout.InfiniteTimeSpan);
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
