using System.Globalization;

namespace LineBot.Benchmarks.Load;

internal static class Percentiles
{
    public static string Of(IEnumerable<TimeSpan> times)
    {
        var sorted = times.Order().ToList();
        return sorted.Count == 0 ? "–" : string.Create(CultureInfo.InvariantCulture,
            $"p50 {At(sorted, 0.5):0.0} ms, p95 {At(sorted, 0.95):0.0} ms, p99 {At(sorted, 0.99):0.0} ms, at most {sorted[^1].TotalMilliseconds:0.0} ms");
    }

    /// <summary>In milliseconds, of times that are in order.</summary>
    public static double At(List<TimeSpan> sorted, double share) => sorted[(int)Math.Min(sorted.Count - 1, sorted.Count * share)].TotalMilliseconds;
}
