namespace LineBot.Tests.Killing;

/// <summary>
/// A platform's clock on which a minute takes twenty, so that reply tokens outlive the restarts of a busy build machine:
/// what a token's end means is another test's matter. Timers run in real time.
/// </summary>
internal sealed class PatientClock : TimeProvider
{
    private const int Slower = 20;
    private readonly DateTimeOffset _start = System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => _start + (System.GetUtcNow() - _start) / Slower;
}
