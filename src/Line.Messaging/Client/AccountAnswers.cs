namespace Line.Messaging;

/// <summary>An account as LINE describes it. See https://developers.line.biz/en/reference/messaging-api/#get-bot-info.</summary>
/// <param name="UserId">The same as <see cref="WebhookRequest.Destination"/> of its webhooks.</param>
/// <param name="BasicId">Its ID with an @, as users find it.</param>
/// <param name="DisplayName">Its name.</param>
/// <param name="ChatMode"><c>chat</c> or <c>bot</c>.</param>
/// <param name="MarkAsReadMode"><c>auto</c>, or <c>manual</c> where <see cref="LineMessagingClient.MarkAsReadAsync"/> has an effect.</param>
public sealed record BotInfo(string UserId, string BasicId, string DisplayName, string ChatMode, string MarkAsReadMode)
{
    /// <summary>Its premium ID; null when it has none.</summary>
    public string? PremiumId { get; init; }

    /// <summary>Its picture (https); null when it has none.</summary>
    public string? PictureUrl { get; init; }
}

/// <summary>Where LINE sends webhooks to.</summary>
/// <param name="Endpoint">The address.</param>
/// <param name="Active">Whether "Use webhook" is on.</param>
public sealed record WebhookEndpointInfo(string Endpoint, bool Active);

/// <summary>How a webhook went that LINE sent for a test. See https://developers.line.biz/en/reference/messaging-api/#test-webhook-endpoint.</summary>
/// <param name="Timestamp">When.</param>
/// <param name="StatusCode">What the endpoint answered; 0 when it did not.</param>
/// <param name="Reason">A word for it: <c>OK</c>, <c>COULD_NOT_CONNECT</c>, <c>REQUEST_TIMEOUT</c>, <c>ERROR_STATUS_CODE</c>, <c>UNCLASSIFIED</c>.</param>
/// <param name="Detail">A sentence for it.</param>
public sealed record WebhookTest(DateTimeOffset Timestamp, int StatusCode, string Reason, string Detail)
{
    /// <summary>Whether the endpoint answered 200.</summary>
    public bool Success { get; init; }
}

/// <summary>How many messages the plan allows this month.</summary>
/// <param name="Type"><c>none</c> for no limit, <c>limited</c>.</param>
/// <param name="Value">The limit; null when there is none.</param>
public sealed record MessageQuota(string Type, long? Value = null);

/// <summary>How many messages were sent on a day.</summary>
/// <param name="Status"><c>ready</c>; <c>unready</c> until LINE has counted, the day after; <c>out_of_service</c> for days before 31 March 2018.</param>
/// <param name="Success">The number, when ready.</param>
public sealed record DeliveryCount(string Status, long? Success = null);
