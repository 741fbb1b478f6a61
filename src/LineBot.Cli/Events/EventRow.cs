using LineBot.Language;
using LineBot.Webhook;

namespace LineBot.Cli.Events;

/// <summary>A set-aside event as operators see it: nothing of it tells who wrote, or what.</summary>
internal sealed record EventRow(string WebhookEventId, string Type, DateTimeOffset ReceivedAt, long Attempts, string? LastError)
{
    public static EventRow Of(SetAsideEvent e) =>
        new(e.WebhookEventId, e.Type, JapanTime.In(DateTimeOffset.FromUnixTimeMilliseconds(e.ReceivedAt)), e.Attempts, e.LastError);
}
