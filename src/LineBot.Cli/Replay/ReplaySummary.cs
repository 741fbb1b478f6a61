using System.Globalization;

namespace LineBot.Cli.Replay;

/// <summary>What a replay came to.</summary>
/// <param name="Bodies">Webhook bodies posted.</param>
/// <param name="Events">Events in them.</param>
/// <param name="Statuses">How often each status was answered.</param>
/// <param name="Milliseconds">From a post to its status.</param>
/// <param name="Lost">Webhooks and calls that the recorder had to leave out.</param>
/// <param name="Replies">Where they were listened for.</param>
/// <param name="Differences">Where answers were compared.</param>
internal sealed record ReplaySummary(
    int Bodies, int Events, IReadOnlyDictionary<string, int> Statuses, ReplayLatency Milliseconds, int Lost = 0, ReplyFigures? Replies = null, IReadOnlyList<DifferenceRow>? Differences = null)
{
    public bool IsSuccess => Statuses.Keys.All(status => status == "200");

    public static ReplaySummary Of(IReadOnlyList<ReplayAnswer> answers) => new(
        answers.Count,
        answers.Sum(answer => answer.Events),
        answers.CountBy(answer => answer.Status).OrderBy(pair => pair.Key)
            .ToDictionary(pair => pair.Key.ToString(CultureInfo.InvariantCulture), pair => pair.Value),
        ReplayLatency.Of(answers.Select(answer => answer.Taken)));
}

/// <param name="Milliseconds">From a webhook's post to its reply.</param>
internal sealed record ReplyFigures(int Count, ReplayLatency Milliseconds)
{
    public static ReplyFigures Of(IReadOnlyList<TimeSpan> times) => new(times.Count, ReplayLatency.Of(times));
}

/// <summary>One message that is not what was recorded.</summary>
/// <param name="Recorded">What is seen of it, line by line; null where more was said than recorded.</param>
/// <param name="Now">Null where it was not said.</param>
internal sealed record DifferenceRow(string Chat, string? Place, IReadOnlyList<string>? Recorded, IReadOnlyList<string>? Now, IReadOnlyList<MessageDifference> At)
{
    public static DifferenceRow Of(string chat, TalkDifference difference) => new(
        chat, difference.Recorded?.Place, difference.Recorded is { } was ? BubbleText.Of(was.Spoken.Message) : null,
        difference.Heard is { } heard ? BubbleText.Of(heard.Message) : null, difference.Places);
}

/// <summary>Latencies in milliseconds.</summary>
internal sealed record ReplayLatency(double P50, double P95, double P99, double Max)
{
    public static ReplayLatency Of(IEnumerable<TimeSpan> times)
    {
        var sorted = times.Select(time => time.TotalMilliseconds).Order().ToList();
        return new(At(sorted, 0.50), At(sorted, 0.95), At(sorted, 0.99), At(sorted, 1));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"p50 {P50:0.0} ms · p95 {P95:0.0} ms · p99 {P99:0.0} ms · max {Max:0.0} ms");

    /// <summary>The smallest value that at least this share of all values does not exceed.</summary>
    private static double At(List<double> sorted, double share) =>
        sorted.Count == 0 ? 0 : Math.Round(sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Count) - 1)], 1);
}
