using System.Net;
using Line.Messaging;
using Polly.CircuitBreaker;

namespace LineBot.Outbox;

/// <summary>What is known of a message after an attempt to hand it to LINE.</summary>
public enum Delivery
{
    /// <summary>LINE has it.</summary>
    Taken,

    /// <summary>LINE certainly does not have it; it may take it later.</summary>
    NotTaken,

    /// <summary>The answer was lost: LINE may have it.</summary>
    Unanswered,

    /// <summary>The reply token is spent or late; nothing was shown by this attempt.</summary>
    TokenRefused,

    /// <summary>LINE will never take this message.</summary>
    Refused,
}

/// <summary>Reads from a failed call what became of the message.</summary>
public static class DeliveryVerdict
{
    public static Delivery Of(Exception failure) => failure switch
    {
        BrokenCircuitException or ChannelTokenException => Delivery.NotTaken,
        LineApiException e => Of(e),
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError } => Delivery.NotTaken,
        _ => Delivery.Unanswered,
    };

    private static Delivery Of(LineApiException e) => e switch
    {
        { IsMonthlyLimit: true } => Delivery.Refused,
        { StatusCode: HttpStatusCode.TooManyRequests } => Delivery.NotTaken,
        // The token or the plan can be put right while the message waits.
        { StatusCode: HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden } => Delivery.NotTaken,
        { IsInvalidReplyToken: true } => Delivery.TokenRefused,
        { StatusCode: >= HttpStatusCode.InternalServerError } => Delivery.Unanswered,
        _ => Delivery.Refused,
    };
}
