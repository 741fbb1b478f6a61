namespace LineBot.Cli.Replay;

/// <summary>When each webhook is due.</summary>
/// <param name="Speed">How many times as fast as it was recorded.</param>
/// <param name="Rate">Webhooks a second, evenly.</param>
internal sealed record Pace(double? Speed, double? Rate)
{
    /// <summary>Whether webhooks are sent when they are due, and not when the one before was answered.</summary>
    public bool IsKept => Speed is not null || Rate is not null;

    /// <param name="number">How many were sent before.</param>
    /// <param name="at">When it was recorded.</param>
    public TimeSpan DueAt(int number, TimeSpan at) =>
        Rate is { } rate ? TimeSpan.FromSeconds(number / rate)
        : Speed is { } speed ? at / speed
        : TimeSpan.Zero;
}
