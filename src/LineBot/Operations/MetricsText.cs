using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace LineBot.Operations;

/// <summary>Collects the service's own meter and writes it in Prometheus' text format.</summary>
public sealed class MetricsText : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<string, Instrument> _instruments = new();
    private readonly ConcurrentDictionary<(string Name, string Labels), double> _values = new();
    private readonly ConcurrentDictionary<(string Name, string Labels), HistogramFigure> _histograms = new();

    public MetricsText(Telemetry telemetry)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (!ReferenceEquals(instrument.Meter, telemetry.Meter))
                return;
            _instruments[instrument.Name] = instrument;
            listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, labels, _) =>
            _values.AddOrUpdate((instrument.Name, Labels(labels)), value, (_, sum) => sum + value));
        _listener.SetMeasurementEventCallback<double>((instrument, value, labels, _) =>
        {
            if (instrument is Histogram<double> histogram)
                _histograms.GetOrAdd((instrument.Name, Labels(labels)), _ => new HistogramFigure(BoundsOf(histogram))).Add(value);
            else
                _values[(instrument.Name, Labels(labels))] = value;
        });
        _listener.Start();
    }

    public string Write()
    {
        foreach (var (name, instrument) in _instruments)
        {
            // What is not observed this time is unknown now, and not what it was.
            if (instrument.IsObservable)
                _values.TryRemove((name, ""), out _);
        }
        _listener.RecordObservableInstruments();
        var text = new StringBuilder();
        foreach (var (name, instrument) in _instruments.OrderBy(instrument => instrument.Key, StringComparer.Ordinal))
        {
            var kind = instrument switch { Histogram<double> => "histogram", { IsObservable: true } => "gauge", _ => "counter" };
            text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {instrument.Description}\n# TYPE {name} {kind}\n");
            foreach (var (labels, value) in Of(_values, name))
                text.Append(CultureInfo.InvariantCulture, $"{name}{labels} {value}\n");
            foreach (var (labels, histogram) in Of(_histograms, name))
                histogram.Write(text, name, labels);
        }
        return text.ToString();
    }

    public void Dispose() => _listener.Dispose();

    private static IEnumerable<(string Labels, T Value)> Of<T>(ConcurrentDictionary<(string Name, string Labels), T> all, string name) =>
        all.Where(one => one.Key.Name == name).OrderBy(one => one.Key.Labels, StringComparer.Ordinal).Select(one => (one.Key.Labels, one.Value));

    private static IReadOnlyList<double> BoundsOf(Histogram<double> histogram) => histogram.Advice?.HistogramBucketBoundaries ?? [];

    private static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> labels)
    {
        if (labels.Length == 0)
            return "";
        var text = new StringBuilder("{");
        foreach (var (name, value) in labels)
            text.Append(text.Length > 1 ? "," : "").Append(name).Append("=\"").Append(value).Append('"');
        return text.Append('}').ToString();
    }
}
