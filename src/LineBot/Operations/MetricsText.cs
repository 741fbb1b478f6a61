using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace LineBot.Operations;

/// <summary>Collects the service's own meter and writes it in Prometheus' text format.</summary>
public sealed class MetricsText : IDisposable
{
    private static readonly double[] Bounds = [0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60];

    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<string, Instrument> _instruments = new();
    private readonly ConcurrentDictionary<(string Name, string Labels), double> _values = new();
    private readonly ConcurrentDictionary<string, Buckets> _histograms = new();

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
            _values.AddOrUpdate((instrument.Name, Labels(labels)), value, (_, sum) => instrument.IsObservable ? value : sum + value));
        _listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => _histograms.GetOrAdd(instrument.Name, _ => new Buckets()).Add(value));
        _listener.Start();
    }

    public string Write()
    {
        _listener.RecordObservableInstruments();
        var text = new StringBuilder();
        foreach (var (name, instrument) in _instruments.OrderBy(instrument => instrument.Key, StringComparer.Ordinal))
        {
            var kind = instrument is Histogram<double> ? "histogram" : instrument.IsObservable ? "gauge" : "counter";
            text.Append("# HELP ").Append(name).Append(' ').Append(instrument.Description).Append('\n');
            text.Append("# TYPE ").Append(name).Append(' ').Append(kind).Append('\n');
            foreach (var ((_, labels), value) in _values.Where(value => value.Key.Name == name).OrderBy(value => value.Key.Labels, StringComparer.Ordinal))
                text.Append(name).Append(labels).Append(' ').Append(value.ToString(CultureInfo.InvariantCulture)).Append('\n');
            if (_histograms.TryGetValue(name, out var buckets))
                buckets.Write(text, name);
        }
        return text.ToString();
    }

    public void Dispose() => _listener.Dispose();

    private static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> labels)
    {
        if (labels.Length == 0)
            return "";
        var text = new StringBuilder("{");
        foreach (var (name, value) in labels)
            text.Append(text.Length > 1 ? "," : "").Append(name).Append("=\"").Append(value).Append('"');
        return text.Append('}').ToString();
    }

    private sealed class Buckets
    {
        private readonly Lock _lock = new();
        private readonly long[] _counts = new long[Bounds.Length + 1];
        private double _sum;

        public void Add(double value)
        {
            lock (_lock)
            {
                var bucket = Array.FindIndex(Bounds, bound => value <= bound);
                _counts[bucket < 0 ? Bounds.Length : bucket]++;
                _sum += value;
            }
        }

        public void Write(StringBuilder text, string name)
        {
            lock (_lock)
            {
                var total = 0L;
                for (var i = 0; i < Bounds.Length; i++)
                    text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{{le=\"{Bounds[i]}\"}} {total += _counts[i]}\n");
                total += _counts[^1];
                text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{{le=\"+Inf\"}} {total}\n{name}_sum {_sum}\n{name}_count {total}\n");
            }
        }
    }
}
