namespace Line.Messaging;

/// <summary>A user sent a message. See https://developers.line.biz/en/reference/messaging-api/#message-event.</summary>
/// <param name="Message">What was sent.</param>
public sealed record MessageEvent(MessageContent Message) : WebhookEvent
{
    /// <inheritdoc/>
    public override string Type => "message";
}

/// <summary>
/// A user edited a text in a group. Events may overtake each other: the one with the largest <see cref="WebhookEvent.Timestamp"/>
/// is the latest text. See https://developers.line.biz/en/reference/messaging-api/#edit-event.
/// </summary>
/// <param name="Message">The text after the edit, with the ID of the original message and a new quote token.</param>
public sealed record MessageEditedEvent(MessageContent Message) : WebhookEvent
{
    /// <inheritdoc/>
    public override string Type => "messageEdited";
}

/// <summary>
/// A user unsent a message: remove it from what is shown and stored. See https://developers.line.biz/en/reference/messaging-api/#unsend-event.
/// </summary>
/// <param name="MessageId">The message that no longer is.</param>
public sealed record UnsendEvent(string MessageId) : WebhookEvent
{
    /// <inheritdoc/>
    public override string Type => "unsend";
}

/// <summary>A user watched a video with a tracking ID to its end. See https://developers.line.biz/en/reference/messaging-api/#video-viewing-complete.</summary>
/// <param name="TrackingId">The <see cref="VideoMessage.TrackingId"/> of the video message.</param>
public sealed record VideoPlayCompleteEvent(string TrackingId) : WebhookEvent
{
    /// <inheritdoc/>
    public override string Type => "videoPlayComplete";
}
