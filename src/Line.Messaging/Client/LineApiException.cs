using System.Net;
using System.Text.RegularExpressions;

namespace Line.Messaging;

/// <summary>
/// LINE answered, and the answer was no (or could not be read). Time-outs and lost connections are not wrapped:
/// they stay <see cref="HttpRequestException"/>, <see cref="TaskCanceledException"/> or <see cref="TimeoutException"/>.
/// See https://developers.line.biz/en/reference/messaging-api/#error-responses.
/// </summary>
/// <remarks>Branch on <see cref="StatusCode"/>: LINE may change its texts. Neither tokens nor IDs are in the texts, here or in <see cref="Details"/>.</remarks>
public sealed partial class LineApiException : Exception
{
    internal LineApiException(string operation, HttpStatusCode statusCode, string? lineMessage, Exception? inner = null)
        : base($"LINE answered {(int)statusCode} to '{operation}'{(lineMessage is null ? "." : ": " + Masked(lineMessage))}", inner)
    {
        Operation = operation;
        StatusCode = statusCode;
        LineMessage = Masked(lineMessage ?? "");
    }

    /// <summary>What was asked for, such as <c>push</c> or <c>get profile</c>.</summary>
    public string Operation { get; }

    /// <summary>400 for a request that LINE does not take, 401 for a token, 403 for a plan, 404, 409, 410, 413, 415, 429 for too many, 5xx for LINE's own trouble.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>LINE's own sentence; empty when the answer had none.</summary>
    public string LineMessage { get; }

    /// <summary>What is wrong with which property of the request.</summary>
    public IReadOnlyList<LineErrorDetail> Details { get; internal init; } = [];

    /// <summary>LINE's ID of the request (<c>X-Line-Request-Id</c>), to name when asking LINE.</summary>
    public string? RequestId { get; internal init; }

    /// <summary>LINE's ID of an earlier request that was accepted under the same retry key (<c>X-Line-Accepted-Request-Id</c>).</summary>
    public string? AcceptedRequestId { get; internal init; }

    /// <summary>How long the answer asks to wait before trying again; null when it does not say. LINE does not promise this header.</summary>
    public TimeSpan? RetryAfter { get; internal init; }

    /// <summary>The month's messages are used up (a kind of 429): trying again does not help before the next month or another plan.</summary>
    public bool IsMonthlyLimit =>
        StatusCode == HttpStatusCode.TooManyRequests && LineMessage.Contains("monthly limit", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// The reply token was used, is too old or is none (a kind of 400). After an answer that was lost, this means the reply arrived.
    /// See https://developers.line.biz/en/reference/messaging-api/#send-reply-message-reply-token.
    /// </summary>
    public bool IsInvalidReplyToken =>
        StatusCode == HttpStatusCode.BadRequest && LineMessage.Contains("Invalid reply token", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the same request may succeed later: 5xx, and 429 other than the monthly limit.</summary>
    public bool IsTransient => (int)StatusCode >= 500 || (StatusCode == HttpStatusCode.TooManyRequests && !IsMonthlyLimit);

    // LINE's texts are not known to echo what was sent, but a log is no place to find out.
    internal static string Masked(string text)
    {
        var masked = LongWord().Replace(text, "…");
        return masked.Length <= 500 ? masked : masked[..500] + "…";
    }

    [GeneratedRegex("[A-Za-z0-9+/_=-]{28,}")]
    private static partial Regex LongWord();
}

/// <summary>What is wrong with a property. See https://developers.line.biz/en/reference/messaging-api/#error-responses.</summary>
/// <param name="Message">LINE's sentence; null where it says none.</param>
/// <param name="Property">Which property, such as <c>messages[0].text</c>; null where LINE does not say.</param>
public sealed record LineErrorDetail(string? Message, string? Property);
