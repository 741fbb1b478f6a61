namespace LineBot.Simulator.Clock;

/// <summary>
/// A clock that is set and turned by hand. Running, it also goes on with real time from where it was set;
/// stopped, it moves only when turned. Timers that come due while it is turned fire in their order, each at its own instant;
/// a periodic one fires once a turn, however far the clock is turned, and one that is set on the way comes due at the end of the turn
/// at the earliest: whoever does something every minute does not do it for each minute of a month.
/// </summary>
public sealed class TurnableClock : TimeProvider, IDisposable
{
    /// <summary>What a turn finds under way, a call with its time-out say, gets this much real time to finish.</summary>
    private static readonly TimeSpan AMoment = TimeSpan.FromMilliseconds(500);

    private readonly Lock _gate = new();
    private readonly TimeProvider _real;
    private readonly PriorityQueue<TurnableTimer, DateTimeOffset> _due = new();
    private readonly ITimer _alarm;
    private readonly long _started;
    private readonly bool _runs;
    private readonly DateTimeOffset _madeAt;
    private DateTimeOffset _start;
    private DateTimeOffset _turningTo;

    /// <param name="start">What the clock shows at first; null is the real time.</param>
    /// <param name="runs">Whether it goes on by itself.</param>
    public TurnableClock(DateTimeOffset? start = null, bool runs = true, TimeProvider? real = null)
    {
        _real = real ?? System;
        _runs = runs;
        _start = _madeAt = (start ?? _real.GetUtcNow()).ToUniversalTime();
        _started = _real.GetTimestamp();
        _alarm = _real.CreateTimer(_ => FireDue(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>It was turned by hand; going on by itself is no turn.</summary>
    public event EventHandler? HasTurned;

    /// <summary>How far it has been turned since it was made.</summary>
    public TimeSpan Turned
    {
        get
        {
            lock (_gate)
                return _start - _madeAt;
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
            return Now;
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Moves on by <paramref name="time"/>. A clock is not turned back but by <see cref="Return"/>.</summary>
    public void Turn(TimeSpan time) => TurnTo(GetUtcNow() + time);

    /// <summary>Moves to <paramref name="instant"/>, firing on the way what comes due.</summary>
    public void TurnTo(DateTimeOffset instant)
    {
        instant = instant.ToUniversalTime();
        lock (_gate)
            _turningTo = instant;
        while (TakeDue(instant) is { } timer)
            timer.Fire();
        lock (_gate)
        {
            if (instant > Now)
                _start += instant - Now;
            SetAlarm();
        }
        HasTurned?.Invoke(this, EventArgs.Empty);
    }

    /// <summary>Goes back to where it would be if it had never been turned. What is under way takes as long as before.</summary>
    public void Return()
    {
        lock (_gate)
        {
            var back = _start - _madeAt;
            _start = _madeAt;
            _turningTo = default;
            var waiting = _due.UnorderedItems.Select(timer => (timer.Element, timer.Priority - back)).ToList();
            _due.Clear();
            _due.EnqueueRange(waiting);
            SetAlarm();
        }
        HasTurned?.Invoke(this, EventArgs.Empty);
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new TurnableTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    public void Dispose() => _alarm.Dispose();

    internal void Schedule(TurnableTimer timer, TimeSpan dueTime)
    {
        lock (_gate)
        {
            _due.Remove(timer, out _, out _);
            if (dueTime >= TimeSpan.Zero)
                _due.Enqueue(timer, Later(Now + dueTime, _turningTo + (_runs && dueTime > AMoment ? AMoment : TimeSpan.Zero)));
            SetAlarm();
        }
    }

    internal void ScheduleNext(TurnableTimer timer, TimeSpan period)
    {
        lock (_gate)
        {
            _due.Remove(timer, out _, out _);
            _due.Enqueue(timer, (_turningTo > Now ? _turningTo : Now) + period);
            SetAlarm();
        }
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private DateTimeOffset Now => _runs ? _start + _real.GetElapsedTime(_started) : _start;

    private TurnableTimer? TakeDue(DateTimeOffset until)
    {
        lock (_gate)
        {
            if (!_due.TryPeek(out _, out var at) || at > until)
                return null;
            if (at > Now)
                _start += at - Now;
            return _due.Dequeue();
        }
    }

    private void FireDue()
    {
        while (TakeDue(GetUtcNow()) is { } timer)
            timer.Fire();
        lock (_gate)
            SetAlarm();
    }

    private void SetAlarm()
    {
        // Read once: a running clock goes on between two looks.
        var now = Now;
        var wait = !_due.TryPeek(out _, out var at) ? Timeout.InfiniteTimeSpan
            : at <= now ? TimeSpan.Zero
            : _runs ? at - now
            : Timeout.InfiniteTimeSpan;
        // The real timer takes at most 49 days and rounds to milliseconds: late by one is better than waking early and spinning.
        if (wait > TimeSpan.Zero)
            wait = wait < TimeSpan.FromDays(1) ? wait + TimeSpan.FromMilliseconds(1) : TimeSpan.FromDays(1);
        _alarm.Change(wait, Timeout.InfiniteTimeSpan);
    }
}
