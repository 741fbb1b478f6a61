namespace Line.Messaging;

/// <summary>Why a webhook body as a whole could not be read.</summary>
public enum WebhookFormatReason
{
    /// <summary>The body is not JSON (cut short, empty, something else).</summary>
    NotJson,

    /// <summary>The body is JSON, but not an object.</summary>
    NotAnObject,

    /// <summary>The object has no <c>events</c>, or it is not an array.</summary>
    NoEvents,
}

/// <summary>The body is no webhook at all. Answer 400. A single bad event never causes this: it becomes an <see cref="UnknownEvent"/>.</summary>
public sealed class WebhookFormatException : Exception
{
    internal WebhookFormatException(WebhookFormatReason reason, Exception? inner = null)
        : base(MessageOf(reason), inner) => Reason = reason;

    /// <summary>What is wrong with the body.</summary>
    public WebhookFormatReason Reason { get; }

    private static string MessageOf(WebhookFormatReason reason) => reason switch
    {
        WebhookFormatReason.NotJson => "The webhook body is not JSON.",
        WebhookFormatReason.NotAnObject => "The webhook body is not a JSON object.",
        _ => "The webhook body has no 'events' array.",
    };
}
