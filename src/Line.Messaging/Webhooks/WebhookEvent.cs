namespace Line.Messaging;

/// <summary>
/// Something that happened in a chat. See https://developers.line.biz/en/reference/messaging-api/#webhook-event-objects.
/// Strings are well-formed text: a lone surrogate or a broken byte is read as U+FFFD, and only <see cref="Raw"/> still has it.
/// </summary>
public abstract record WebhookEvent
{
    private protected WebhookEvent()
    {
    }

    /// <summary>LINE's name of the kind of event, such as <c>message</c>. Empty when the event has none.</summary>
    public abstract string Type { get; }

    /// <summary>
    /// The ID (ULID) of the event, the same each time it is delivered. LINE may deliver an event more than once even when
    /// redelivery is off: process each ID once. Null only in old verification requests and broken events.
    /// </summary>
    public string? WebhookEventId { get; init; }

    /// <summary>
    /// When it happened, in milliseconds of UTC; a redelivery keeps it. Events may arrive in another order.
    /// The start of the Unix epoch when the event does not say.
    /// </summary>
    public DateTimeOffset Timestamp { get; init; } = DateTimeOffset.UnixEpoch;

    /// <summary>Whether this channel has the chat and may answer.</summary>
    public ChannelMode Mode { get; init; }

    /// <summary>Where it happened. Null in events about the account itself and in an account link that failed.</summary>
    public EventSource? Source { get; init; }

    /// <summary>Whether LINE says that it sent the event before. It may have been received before without this being set.</summary>
    public bool IsRedelivery { get; init; }

    /// <summary>
    /// What <see cref="LineMessagingClient.ReplyAsync(string, ReadOnlyMemory{byte}, bool, CancellationToken)"/> takes: once, and within a minute of receiving the event.
    /// Null for events that cannot be replied to, and in <see cref="ChannelMode.Standby"/>.
    /// </summary>
    public string? ReplyToken { get; init; }

    /// <summary>
    /// The bytes of this event as received, with everything that this library does not know. A view of the memory that was parsed.
    /// </summary>
    public ReadOnlyMemory<byte> Raw { get; init; }

    /// <summary>
    /// Reads one event, as stored from <see cref="Raw"/>. Never throws on its content: what is no event, or an event
    /// with other types than LINE documents, becomes an <see cref="UnknownEvent"/>.
    /// </summary>
    public static WebhookEvent Parse(ReadOnlyMemory<byte> eventJson) => WebhookEventReader.Read(eventJson);

    /// <summary>The type and the event's ID, so that no personal data reaches a log by accident.</summary>
    public sealed override string ToString() => $"{Type} {WebhookEventId}";
}
