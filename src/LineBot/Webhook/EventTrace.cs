using System.Diagnostics;
using Line.Messaging;
using LineBot.Operations;
using LineBot.Outbox;

namespace LineBot.Webhook;

/// <summary>
/// One trace an event, from its arrival to its answer at LINE: it goes through the store with the event, so that a restart in between
/// does not break it. A request that brings several events is linked from each of their traces.
/// </summary>
public sealed class EventTrace(Telemetry telemetry)
{
    /// <returns>Null while nobody collects this trace.</returns>
    public Activity? Arrive(WebhookEvent e)
    {
        if (!telemetry.Source.HasListeners())
            return null;
        var request = Activity.Current;
        // A span under the request's would put all events of a request into one trace.
        Activity.Current = null;
        try
        {
            var arrival = telemetry.Source.StartActivity(
                "event received", ActivityKind.Consumer, default(ActivityContext), Tags(e.WebhookEventId, e),
                request is { Recorded: true } ? [new ActivityLink(request.Context)] : null);
            return arrival is { Recorded: true } ? arrival : null;
        }
        finally
        {
            Activity.Current = request;
        }
    }

    public Activity? Answer(InboxEvent e) => Within(e.Trace, "event answered", ActivityKind.Consumer, Tags(e.EventId, e.Event));

    /// <summary>What no event asked for begins a trace of its own.</summary>
    public Activity? Send(OutgoingMessage message)
    {
        IEnumerable<KeyValuePair<string, object?>> tags = [Label.Of("linebot.message.kind", message.Kind.ToString())];
        return message is { Trace: null, AskedAt: null }
            ? telemetry.Source.StartActivity("message sent", ActivityKind.Producer, default(ActivityContext), tags)
            : Within(message.Trace, "message sent", ActivityKind.Producer, tags);
    }

    private Activity? Within(string? trace, string name, ActivityKind kind, IEnumerable<KeyValuePair<string, object?>> tags) =>
        ActivityContext.TryParse(trace, null, isRemote: true, out var context) ? telemetry.Source.StartActivity(name, kind, context, tags) : null;

    private static IEnumerable<KeyValuePair<string, object?>> Tags(string? eventId, WebhookEvent e) =>
        [Label.Of("linebot.event.id", eventId ?? ""), Label.Of("linebot.event.type", e.Type)];
}
