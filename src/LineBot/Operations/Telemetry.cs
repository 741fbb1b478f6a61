using System.Diagnostics.Metrics;

namespace LineBot.Operations;

/// <summary>The figures by which operators see how the service fares. Names are those of the exported metrics.</summary>
public sealed class Telemetry : IDisposable
{
    private readonly Meter _meter = new("LineBot");
    private readonly Counter<long> _webhooks;
    private readonly Counter<long> _events;
    private readonly Counter<long> _deliveries;
    private readonly Histogram<double> _wayToReply;

    public Telemetry()
    {
        _webhooks = _meter.CreateCounter<long>("linebot_webhooks_total", description: "Webhook requests by what they were answered with");
        _events = _meter.CreateCounter<long>("linebot_events_total", description: "Events by type and outcome");
        _deliveries = _meter.CreateCounter<long>("linebot_deliveries_total", description: "Attempts to hand a message to LINE by kind and outcome");
        _wayToReply = _meter.CreateHistogram<double>("linebot_event_to_line_seconds", "s", "From the webhook to LINE's acceptance of its answer");
    }

    public Meter Meter => _meter;

    public void Received(string result) => _webhooks.Add(1, new KeyValuePair<string, object?>("result", result));

    public void Answered(string type, string outcome) =>
        _events.Add(1, new KeyValuePair<string, object?>("type", type), new KeyValuePair<string, object?>("outcome", outcome));

    public void Delivered(string kind, string outcome) =>
        _deliveries.Add(1, new KeyValuePair<string, object?>("kind", kind), new KeyValuePair<string, object?>("outcome", outcome));

    public void Heard(TimeSpan way) => _wayToReply.Record(way.TotalSeconds);

    /// <summary>A figure that is read when somebody looks.</summary>
    public void Observe(string name, string description, Func<long> value) => _meter.CreateObservableGauge(name, value, description: description);

    public void Dispose() => _meter.Dispose();
}
