using System.Diagnostics.Metrics;
using LineBot.Operations;

namespace LineBot.Outbox;

/// <summary>How answers reach LINE.</summary>
public sealed class DeliveryFigures(Telemetry telemetry)
{
    private static readonly string[] Ways = ["reply", "push", "none"];
    private static readonly string[] Outcomes = ["taken", "expired", "refused"];

    private readonly Counter<long> _messages = telemetry.Count(
        "linebot_messages_total", "Messages by how they went and what became of them",
        from way in Ways from outcome in Outcomes select new[] { Label.Of("way", way), Label.Of("outcome", outcome) });
    private readonly Histogram<double> _wholeWay =
        telemetry.Time("linebot_answer_seconds", "From an event's arrival until LINE has its answer");

    /// <param name="outcome"><c>taken</c>, <c>expired</c> or <c>refused</c>.</param>
    /// <param name="way"><c>reply</c> or <c>push</c>; null where it never went, and for a menu.</param>
    public void Settled(OutgoingMessage message, string outcome, string? way, DateTimeOffset now)
    {
        if (message.Kind == OutgoingKind.Menu)
            return;
        _messages.Add(1, Label.Of("way", way ?? "none"), Label.Of("outcome", outcome));
        if (outcome == "taken" && message is { Kind: OutgoingKind.Reply, AskedAt: { } asked })
            _wholeWay.Record((now - asked).TotalSeconds);
    }
}
