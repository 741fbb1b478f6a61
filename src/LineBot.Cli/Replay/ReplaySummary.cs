using System.Globalization;

namespace LineBot.Cli.Replay;

/// <summary>What a replay came to.</summary>
/// <param name="Bodies">Webhook bodies posted.</param>
/// <param name="Events">Events in them.</param>
/// <param name="Statuses">How often each status was answered.</param>
internal sealed record ReplaySummary(int Bodies, int Events, IReadOnlyDictionary<string, int> Statuses, ReplayLatency Milliseconds)
{
    public bool IsSuccess => Statuses.Keys.All(status => status == "200");

    public static ReplaySummary Of(IReadOnlyList<ReplayAnswer> answers) => new(
        answers.Count,
        answers.Sum(answer => answer.Events),
        answers.CountBy(answer => answer.Status).OrderBy(pair => pair.Key)
            .ToDictionary(pair => pair.Key.ToString(CultureInfo.InvariantCulture), pair => pair.Value),
        ReplayLatency.Of([.. answers.Select(answer => answer.Taken.TotalMilliseconds).Order()]));
}

/// <summary>Latencies in milliseconds.</summary>
internal sealed record ReplayLatency(double P50, double P95, double P99, double Max)
{
    public static ReplayLatency Of(IReadOnlyList<double> sorted) =>
        new(At(sorted, 0.50), At(sorted, 0.95), At(sorted, 0.99), At(sorted, 1));

    /// <summary>The smallest value that at least this share of all values does not exceed.</summary>
    private static double At(IReadOnlyList<double> sorted, double share) =>
        sorted.Count == 0 ? 0 : Math.Round(sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Count) - 1)], 1);
}
