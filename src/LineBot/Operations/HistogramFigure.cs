using System.Globalization;
using System.Text;

namespace LineBot.Operations;

/// <summary>How often values fell below each bound, for one set of labels.</summary>
internal sealed class HistogramFigure(IReadOnlyList<double> bounds)
{
    private readonly Lock _lock = new();
    private readonly long[] _counts = new long[bounds.Count + 1];
    private double _sum;

    public void Add(double value)
    {
        var bucket = 0;
        while (bucket < bounds.Count && value > bounds[bucket])
            bucket++;
        lock (_lock)
        {
            _counts[bucket]++;
            _sum += value;
        }
    }

    /// <summary>Writes the cumulative buckets, sum and count of Prometheus' text format.</summary>
    /// <param name="labels">As <c>{a="b"}</c>, or empty.</param>
    public void Write(StringBuilder text, string name, string labels)
    {
        long[] counts;
        double sum;
        lock (_lock)
            (counts, sum) = ([.. _counts], _sum);
        var others = labels.Length == 0 ? "" : labels[1..^1] + ",";
        long soFar = 0;
        for (var i = 0; i < counts.Length; i++)
        {
            soFar += counts[i];
            var bound = i < bounds.Count ? bounds[i].ToString(CultureInfo.InvariantCulture) : "+Inf";
            text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{{{others}le=\"{bound}\"}} {soFar}\n");
        }
        text.Append(CultureInfo.InvariantCulture, $"{name}_sum{labels} {sum}\n{name}_count{labels} {soFar}\n");
    }
}
