using Line.Messaging;
using LineBot.Storage;

namespace LineBot.Webhook;

/// <summary>A stored event on its way through its chat's lane.</summary>
/// <param name="Seq">The order in which events were stored.</param>
/// <param name="ChatId">User, group or room; empty for the few events that name none.</param>
/// <param name="Attempts">How often answering it has failed.</param>
/// <param name="Trace">The span that what happens to it now belongs to, as a <c>traceparent</c>; null while nobody collects traces.</param>
/// <param name="Owner">The node that answers it; null where nothing is shared.</param>
/// <param name="Before">The event of its chat that waited before it when it was stored; null where that is not asked for.</param>
/// <param name="IsTooMany">Its chat has sent too many messages: it gets that answer. Not remembered over a restart, when it is one among others.</param>
public sealed record InboxEvent(long Seq, string EventId, string ChatId, WebhookEvent Event, DateTimeOffset ReceivedAt, int Attempts = 0,
    bool IsTooMany = false, string? Trace = null, long? Owner = null, long? Before = null)
    : IChatPiece
{
    long IChatPiece.Id => Seq;

    DateTimeOffset IChatPiece.Since => ReceivedAt;
}
