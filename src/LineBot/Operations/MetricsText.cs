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
        _listener.Start();
    }

    public string Write()
    {
        _listener.RecordObservableInstruments();
        var text = new StringBuilder();
        foreach (var (name, instrument) in _instruments.OrderBy(instrument => instrument.Key, StringComparer.Ordinal))
        {
            var kind = instrument.IsObservable ? "gauge" : "counter";
            text.Append("# HELP ").Append(name).Append(' ').Append(instrument.Description).Append('\n');
            text.Append("# TYPE ").Append(name).Append(' ').Append(kind).Append('\n');
            foreach (var ((_, labels), value) in _values.Where(value => value.Key.Name == name).OrderBy(value => value.Key.Labels, StringComparer.Ordinal))
                text.Append(name).Append(labels).Append(' ').Append(value.ToString(CultureInfo.InvariantCulture)).Append('\n');
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
}
