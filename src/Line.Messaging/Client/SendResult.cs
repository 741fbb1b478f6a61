namespace Line.Messaging;

/// <summary>LINE accepted a message. It does not say that anybody saw it: a user who blocked the account gets nothing.</summary>
/// <param name="RequestId">LINE's ID of this request (<c>X-Line-Request-Id</c>): keep it with the log.</param>
/// <param name="SentMessages">One for each message, in order. Empty for calls that do not tell (multicast, broadcast).</param>
public sealed record SendResult(string? RequestId, IReadOnlyList<SentMessage> SentMessages)
{
    /// <summary>
    /// An earlier request with the same retry key was accepted, so this one sent nothing more (status 409). That is success.
    /// See https://developers.line.biz/en/docs/messaging-api/retrying-api-request/.
    /// </summary>
    public bool AlreadyAccepted { get; init; }

    /// <summary>LINE's ID of that earlier request (<c>X-Line-Accepted-Request-Id</c>).</summary>
    public string? AcceptedRequestId { get; init; }
}

/// <summary>A message as it stands in the talk now.</summary>
/// <param name="Id">Its ID.</param>
/// <param name="QuoteToken">What quotes it; null for kinds that cannot be quoted.</param>
public sealed record SentMessage(string Id, string? QuoteToken);
