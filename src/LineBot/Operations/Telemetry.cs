using System.Diagnostics.Metrics;

namespace LineBot.Operations;

/// <summary>The figures by which operators see how the service fares. Names are those of the exported metrics.</summary>
public sealed class Telemetry : IDisposable
{
    private readonly Meter _meter = new("LineBot");
    private readonly Counter<long> _webhooks;
    private readonly Counter<long> _refused;

    public Telemetry()
    {
        _webhooks = _meter.CreateCounter<long>("linebot_webhooks_total", description: "Webhook requests by what they were answered with");
        _refused = _meter.CreateCounter<long>("linebot_messages_refused_total", description: "Messages of chats that sent too many in a minute");
    }

    public Meter Meter => _meter;

    public void Received(string result) => _webhooks.Add(1, new KeyValuePair<string, object?>("result", result));

    public void Refused(int messages) => _refused.Add(messages);

    /// <summary>A figure that is read when somebody looks.</summary>
    public void Observe(string name, string description, Func<long> value) => _meter.CreateObservableGauge(name, value, description: description);

    public void Dispose() => _meter.Dispose();
}
