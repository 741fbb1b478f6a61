namespace LineBot.Cli.Stores;

/// <summary>How long a long job leaves the store to the running service after each transaction.</summary>
internal static class Gap
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(50);

    /// <summary>A quarter of what the transaction took: on a busy machine, whoever waits needs longer to notice that the store is free.</summary>
    public static TimeSpan After(TimeSpan transaction) => TimeSpan.FromTicks(Math.Clamp(transaction.Ticks / 4, Shortest.Ticks, Longest.Ticks));
}
