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
    /// <returns>Null while nobody collects traces.</returns>
    public Activity? Arrive(WebhookEvent e)
    {
        if (!telemetry.Source.HasListeners())
            return null;
        var request = Activity.Current;
        // A span under the request's would put all events of a request into one trace.
        Activity.Current = null;
        try
        {
            return telemetry.Source.StartActivity(
                "event received", ActivityKind.Consumer, default(ActivityContext), Tags(e.WebhookEventId, e),
                request is null ? null : [new ActivityLink(request.Context)]);
        }
        finally
        {
            Activity.Current = request;
        }
    }

    public Activity? Answer(InboxEvent e) =>
        telemetry.Source.StartActivity("event answered", ActivityKind.Consumer, ContextOf(e.Trace), Tags(e.EventId, e.Event));

    public Activity? Send(OutgoingMessage message) =>
        telemetry.Source.StartActivity("message sent", ActivityKind.Producer, ContextOf(message.Trace), [Label.Of("linebot.message.kind", message.Kind.ToString())]);

    private static ActivityContext ContextOf(string? trace) => ActivityContext.TryParse(trace, null, isRemote: true, out var context) ? context : default;

    private static IEnumerable<KeyValuePair<string, object?>> Tags(string? eventId, WebhookEvent e) =>
        [Label.Of("linebot.event.id", eventId ?? ""), Label.Of("linebot.event.type", e.Type)];
}
