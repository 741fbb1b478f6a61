using System.Globalization;

namespace Line.Messaging;

public sealed partial class LineMessagingClient
{
    /// <summary>The account this token belongs to. See https://developers.line.biz/en/reference/messaging-api/#get-bot-info.</summary>
    public Task<BotInfo> GetBotInfoAsync(CancellationToken cancel = default) =>
        GetAsync<BotInfo>(Get("get bot info", "v2/bot/info"), cancel);

    /// <summary>
    /// Where LINE sends webhooks to. See https://developers.line.biz/en/reference/messaging-api/#get-webhook-endpoint-information.
    /// </summary>
    /// <returns>Null when none was ever set (404).</returns>
    public Task<WebhookEndpointInfo?> GetWebhookEndpointAsync(CancellationToken cancel = default) =>
        FindAsync<WebhookEndpointInfo>(Get("get webhook endpoint", "v2/bot/channel/webhook/endpoint"), cancel);

    /// <summary>
    /// Says where LINE shall send webhooks to; it takes up to a minute. "Use webhook" itself is switched on in the console.
    /// See https://developers.line.biz/en/reference/messaging-api/#set-webhook-endpoint-url.
    /// </summary>
    /// <param name="endpoint">https, up to 500 characters, with a certificate that browsers trust.</param>
    public Task SetWebhookEndpointAsync(Uri endpoint, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        var request = new LineRequest("set webhook endpoint", HttpMethod.Put, Api("v2/bot/channel/webhook/endpoint"));
        return DoAsync(WithJson(request, new WebhookEndpointRequest(Address(endpoint))), cancel);
    }

    /// <summary>
    /// Lets LINE send a webhook without events and tells how it went. 60 an hour.
    /// See https://developers.line.biz/en/reference/messaging-api/#test-webhook-endpoint.
    /// </summary>
    /// <param name="endpoint">Where to; null for the endpoint that is set.</param>
    public Task<WebhookTest> TestWebhookEndpointAsync(Uri? endpoint = null, CancellationToken cancel = default)
    {
        var request = Post("test webhook endpoint", "v2/bot/channel/webhook/test");
        var body = new WebhookEndpointRequest(endpoint is null ? null : Address(endpoint));
        return GetAsync<WebhookTest>(WithJson(request, body), cancel);
    }

    /// <summary>
    /// How many messages the plan allows this month. See https://developers.line.biz/en/reference/messaging-api/#get-quota.
    /// </summary>
    public Task<MessageQuota> GetQuotaAsync(CancellationToken cancel = default) =>
        GetAsync<MessageQuota>(Get("get quota", "v2/bot/message/quota"), cancel);

    /// <summary>
    /// About how many messages were sent this month, those of LINE Official Account Manager included.
    /// See https://developers.line.biz/en/reference/messaging-api/#get-consumption.
    /// </summary>
    public async Task<long> GetQuotaConsumptionAsync(CancellationToken cancel = default) =>
        (await GetAsync<ConsumptionAnswer>(Get("get quota consumption", "v2/bot/message/quota/consumption"), cancel)).TotalUsage;

    /// <summary>
    /// How many messages were sent on a day. 60 an hour. See https://developers.line.biz/en/reference/messaging-api/#get-number-of-reply-messages.
    /// </summary>
    /// <param name="kind">How they were sent; narrowcasts are not counted here.</param>
    /// <param name="day">A day of Japan (UTC+9).</param>
    public Task<DeliveryCount> GetDeliveryCountAsync(SendKind kind, DateOnly day, CancellationToken cancel = default)
    {
        if (kind == SendKind.Narrowcast)
            throw new ArgumentOutOfRangeException(nameof(kind), kind, "LINE does not count narrowcasts by day.");
        var date = day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        return GetAsync<DeliveryCount>(Get("get delivery count", $"v2/bot/message/delivery/{NameOf(kind)}?date={date}"), cancel);
    }

    private static string Address(Uri endpoint) =>
        endpoint.AbsoluteUri.Length <= 500
            ? endpoint.AbsoluteUri
            : throw new ArgumentException("LINE takes a webhook address of up to 500 characters.", nameof(endpoint));
}

internal sealed record WebhookEndpointRequest(string? Endpoint);

internal sealed record ConsumptionAnswer(long TotalUsage);
