using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace LineBot.Operations;

/// <summary>
/// Where the rooms' figures and traces come together. Metrics bear the names under which they are exported; a label never holds
/// anything of a customer's, and has few values.
/// </summary>
public sealed class Telemetry : IDisposable
{
    /// <summary>The name of meter and trace source, by which an exporter asks for them.</summary>
    public const string Name = "LineBot";

    /// <summary>Times of answers, in seconds: from what a warm machine needs to what makes a customer tap again.</summary>
    private static readonly InstrumentAdvice<double> Seconds = new()
    {
        HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60, 600],
    };

    /// <summary>Times of people, in seconds.</summary>
    private static readonly InstrumentAdvice<double> Minutes = new() { HistogramBucketBoundaries = [15, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200, 14400] };

    public Meter Meter { get; } = new(Name);

    public ActivitySource Source { get; } = new(Name);

    /// <param name="known">
    /// Labels that will come, each there at nought from the start: how much a figure has grown is told from two looks at it, and one that
    /// appeared with what it first counts would hide that from an alert.
    /// </param>
    public Counter<long> Count(string name, string description, params IEnumerable<KeyValuePair<string, object?>[]> known)
    {
        var counter = Meter.CreateCounter<long>(name, description: description);
        foreach (var labels in known)
            counter.Add(0, labels);
        return counter;
    }

    public Histogram<double> Time(string name, string description) => Meter.CreateHistogram(name, "s", description, advice: Seconds);

    public Histogram<double> LongTime(string name, string description) => Meter.CreateHistogram(name, "s", description, advice: Minutes);

    /// <summary>A figure that is read when somebody looks. Null leaves it out.</summary>
    public void Observe(string name, string description, Func<double?> value) =>
        Meter.CreateObservableGauge(name, () => value() is { } now ? (Measurement<double>[])[new(now)] : [], description: description);

    public void Dispose()
    {
        Meter.Dispose();
        Source.Dispose();
    }
}
