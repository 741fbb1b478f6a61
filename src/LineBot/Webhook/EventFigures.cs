using System.Diagnostics.Metrics;
using Line.Messaging;
using LineBot.Operations;

namespace LineBot.Webhook;

/// <summary>How webhooks come in and what becomes of their events.</summary>
public sealed class EventFigures(Telemetry telemetry)
{
    private static readonly string[] Results = ["accepted", "bad-signature", "too-large", "unreadable", "overloaded", "store-unavailable"];

    private readonly Counter<long> _webhooks = telemetry.Count(
        "linebot_webhooks_total", "Webhook requests by what they were answered with", Results.Select(result => new[] { Label.Of("result", result) }));
    private readonly Counter<long> _refused = telemetry.Count("linebot_messages_refused_total", "Messages of chats that sent too many in a minute");
    private readonly Counter<long> _events = telemetry.Count("linebot_events_total", "Events by type, by the room that answers them and by outcome");
    private readonly Histogram<double> _acknowledgement =
        telemetry.Time("linebot_acknowledgement_seconds", "From a webhook's arrival to its 200, which is after its events are on disk");

    public void Received(string result, TimeSpan took)
    {
        _webhooks.Add(1, Label.Of("result", result));
        if (result == "accepted")
            _acknowledgement.Record(took.TotalSeconds);
    }

    public void Refused(int messages) => _refused.Add(messages);

    /// <param name="tile">The room that answered; <c>none</c> where nobody did.</param>
    public void Answered(InboxEvent e, string tile) => Count(e, tile, "answered", 1);

    /// <param name="forGood">Whether it is set aside now, or tried again.</param>
    public void Failed(InboxEvent e, bool forGood)
    {
        Count(e, "none", "failed", forGood ? 0 : 1);
        // There from an event's first failure on, so that an alert sees it grow.
        Count(e, "none", "set-aside", forGood ? 1 : 0);
    }

    private void Count(InboxEvent e, string tile, string outcome, int count) =>
        _events.Add(count, Label.Of("type", e.Event is UnknownEvent ? "unknown" : e.Event.Type), Label.Of("tile", tile), Label.Of("outcome", outcome));
}
