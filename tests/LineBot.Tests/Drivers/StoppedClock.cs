namespace LineBot.Tests.Drivers;

/// <summary>It is always <paramref name="now"/>; what waits goes on waiting in real time.</summary>
internal sealed class StoppedClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
