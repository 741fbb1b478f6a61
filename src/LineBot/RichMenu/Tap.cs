using System.Globalization;
using Line.Messaging;

namespace LineBot.RichMenu;

/// <summary>What a customer did, before anything was looked up: a tap, a text, a follow.</summary>
/// <param name="LineUserId">The LINE account; empty for the few events that name none.</param>
/// <param name="Event">The event as LINE sent it.</param>
/// <param name="EventId">The webhook event's id. It is the same when the event is delivered or run again.</param>
/// <param name="Parameters">The parameters of the tapped button; empty for anything else. Wishes, not permissions.</param>
/// <param name="Text">What was typed, as typed; null for anything else.</param>
public sealed record Tap(
    string LineUserId, WebhookEvent Event, string EventId, IReadOnlyDictionary<string, string> Parameters, string? Text)
{
    public string? Parameter(string name) => Parameters.GetValueOrDefault(name);

    public long? Number(string name) =>
        long.TryParse(Parameter(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
