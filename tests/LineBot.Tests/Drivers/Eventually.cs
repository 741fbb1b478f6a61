namespace LineBot.Tests.Drivers;

/// <summary>Waiting for a state, in real time and not for ever.</summary>
public static class Eventually
{
    /// <summary>Real time that a test waits for something before it fails.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static Task IsSoAsync(Func<bool> isSo, string what, Func<string, Exception>? failed = null) =>
        IsSoAsync(() => Task.FromResult(isSo()), what, failed);

    public static async Task IsSoAsync(Func<Task<bool>> isSo, string what, Func<string, Exception>? failed = null)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!await isSo())
        {
            if (TimeProvider.System.GetElapsedTime(started) > Patience)
                throw (failed ?? (message => new Xunit.Sdk.XunitException(message)))($"Waited {Patience.TotalSeconds} s for {what}.");
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        }
    }
}
