using System.Net;
using System.Text.Json;

namespace Line.Messaging;

public sealed partial class LineMessagingClient
{
    /// <summary>
    /// Answers an event: free of charge, once, within a minute of receiving it. There is no retry key here; the token itself sees to it
    /// that the reply is shown once. 2,000 a second. See https://developers.line.biz/en/reference/messaging-api/#send-reply-message.
    /// </summary>
    /// <param name="replyToken">The event's <see cref="WebhookEvent.ReplyToken"/>.</param>
    /// <param name="messages">1 to 5 messages, from <see cref="MessageBatch.Serialize"/>.</param>
    /// <param name="notificationDisabled">Whether the user's phone stays silent.</param>
    /// <exception cref="LineApiException"><see cref="LineApiException.IsInvalidReplyToken"/>: late, used or no token.</exception>
    public Task<SendResult> ReplyAsync(
        string replyToken, ReadOnlyMemory<byte> messages, bool notificationDisabled = false, CancellationToken cancel = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(replyToken);
        var request = new LineRequest("reply", HttpMethod.Post, _replyAddress);
        return SendMessagesAsync(
            WithMessages(request, messages, json =>
            {
                json.WriteString("replyToken"u8, replyToken);
                WriteSilence(json, notificationDisabled);
            }),
            cancel);
    }

    /// <inheritdoc cref="ReplyAsync(string, ReadOnlyMemory{byte}, bool, CancellationToken)"/>
    /// <param name="messages">1 to 5 messages.</param>
    /// <exception cref="MessageLimitException">A message is not as LINE takes it; nothing was sent.</exception>
    public Task<SendResult> ReplyAsync(
        string replyToken, IReadOnlyList<Message> messages, bool notificationDisabled = false, CancellationToken cancel = default) =>
        ReplyAsync(replyToken, MessageBatch.Serialize(messages), notificationDisabled, cancel);

    /// <summary>
    /// Sends to one user, group or multi-person chat; counts as messages of the month. A user who blocked the account gets nothing, and LINE
    /// answers 200 all the same. 2,000 a second. See https://developers.line.biz/en/reference/messaging-api/#send-push-message.
    /// </summary>
    /// <param name="to">The <see cref="EventSource.ChatId"/>.</param>
    /// <param name="messages">1 to 5 messages, from <see cref="MessageBatch.Serialize"/>.</param>
    /// <param name="retryKey">
    /// Makes it safe to send the same again for 24 hours, after a lost answer or a 5xx: LINE sends it once, and the result then is
    /// <see cref="SendResult.AlreadyAccepted"/>. The same key has to come with the same messages.
    /// </param>
    /// <param name="notificationDisabled">Whether the user's phone stays silent.</param>
    /// <param name="customAggregationUnits">At most one name, up to 30 of <c>A-Z a-z 0-9 _</c>, that statistics are kept under.</param>
    public Task<SendResult> PushAsync(
        string to,
        ReadOnlyMemory<byte> messages,
        Guid retryKey,
        bool notificationDisabled = false,
        IReadOnlyList<string>? customAggregationUnits = null,
        CancellationToken cancel = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(to);
        var request = new LineRequest("push", HttpMethod.Post, _pushAddress) { RetryKey = Usable(retryKey) };
        return SendMessagesAsync(
            WithMessages(request, messages, json =>
            {
                json.WriteString("to"u8, to);
                WriteSilence(json, notificationDisabled);
                WriteUnits(json, customAggregationUnits);
            }),
            cancel);
    }

    /// <inheritdoc cref="PushAsync(string, ReadOnlyMemory{byte}, Guid, bool, IReadOnlyList{string}, CancellationToken)"/>
    /// <param name="messages">1 to 5 messages.</param>
    /// <exception cref="MessageLimitException">A message is not as LINE takes it; nothing was sent.</exception>
    public Task<SendResult> PushAsync(
        string to,
        IReadOnlyList<Message> messages,
        Guid retryKey,
        bool notificationDisabled = false,
        IReadOnlyList<string>? customAggregationUnits = null,
        CancellationToken cancel = default) =>
        PushAsync(to, MessageBatch.Serialize(messages), retryKey, notificationDisabled, customAggregationUnits, cancel);

    /// <summary>
    /// Sends the same to up to 500 users (no groups); each counts as a message of the month. 200 a second.
    /// See https://developers.line.biz/en/reference/messaging-api/#send-multicast-message.
    /// </summary>
    /// <param name="to">1 to 500 user IDs.</param>
    /// <inheritdoc cref="PushAsync(string, ReadOnlyMemory{byte}, Guid, bool, IReadOnlyList{string}, CancellationToken)" path="/param"/>
    public Task<SendResult> MulticastAsync(
        IReadOnlyList<string> to,
        ReadOnlyMemory<byte> messages,
        Guid retryKey,
        bool notificationDisabled = false,
        IReadOnlyList<string>? customAggregationUnits = null,
        CancellationToken cancel = default)
    {
        UpTo500(to);
        var request = Post("multicast", "v2/bot/message/multicast") with { RetryKey = Usable(retryKey) };
        return SendMessagesAsync(
            WithMessages(request, messages, json =>
            {
                WriteTexts(json, "to", to);
                WriteSilence(json, notificationDisabled);
                WriteUnits(json, customAggregationUnits);
            }),
            cancel);
    }

    /// <inheritdoc cref="MulticastAsync(IReadOnlyList{string}, ReadOnlyMemory{byte}, Guid, bool, IReadOnlyList{string}, CancellationToken)"/>
    /// <param name="messages">1 to 5 messages.</param>
    /// <exception cref="MessageLimitException">A message is not as LINE takes it; nothing was sent.</exception>
    public Task<SendResult> MulticastAsync(
        IReadOnlyList<string> to,
        IReadOnlyList<Message> messages,
        Guid retryKey,
        bool notificationDisabled = false,
        IReadOnlyList<string>? customAggregationUnits = null,
        CancellationToken cancel = default) =>
        MulticastAsync(to, MessageBatch.Serialize(messages), retryKey, notificationDisabled, customAggregationUnits, cancel);

    /// <summary>
    /// Sends to all friends of the account; each counts as a message of the month. 60 an hour.
    /// See https://developers.line.biz/en/reference/messaging-api/#send-broadcast-message.
    /// </summary>
    /// <inheritdoc cref="PushAsync(string, ReadOnlyMemory{byte}, Guid, bool, IReadOnlyList{string}, CancellationToken)" path="/param"/>
    public Task<SendResult> BroadcastAsync(
        ReadOnlyMemory<byte> messages, Guid retryKey, bool notificationDisabled = false, CancellationToken cancel = default)
    {
        var request = Post("broadcast", "v2/bot/message/broadcast") with { RetryKey = Usable(retryKey) };
        return SendMessagesAsync(WithMessages(request, messages, json => WriteSilence(json, notificationDisabled)), cancel);
    }

    /// <summary>
    /// Asks LINE whether it would take the messages; sends nothing. 2,000 a second.
    /// See https://developers.line.biz/en/reference/messaging-api/#validate-message-objects-of-reply-message.
    /// </summary>
    /// <param name="kind">How they would be sent.</param>
    /// <param name="messages">1 to 5 messages, from <see cref="MessageBatch.Serialize"/>.</param>
    /// <exception cref="LineApiException">It would not; <see cref="LineApiException.Details"/> says why.</exception>
    public Task ValidateAsync(SendKind kind, ReadOnlyMemory<byte> messages, CancellationToken cancel = default) =>
        DoAsync(WithMessages(Post("validate messages", $"v2/bot/message/validate/{NameOf(kind)}"), messages, _ => { }), cancel);

    private async Task<SendResult> SendMessagesAsync(LineRequest request, CancellationToken cancel)
    {
        using var response = await SendAsync(request, cancel);
        var acceptedBefore = response.StatusCode == HttpStatusCode.Conflict && request.RetryKey is not null;
        if (!response.IsSuccessStatusCode && !acceptedBefore)
            throw await FailureAsync(response, request, cancel);

        var sent = LineAnswer.ReadSentMessages(await response.Content.ReadAsByteArrayAsync(cancel));
        return new SendResult(LineAnswer.RequestIdOf(response), sent)
        {
            AlreadyAccepted = acceptedBefore,
            AcceptedRequestId = acceptedBefore ? LineAnswer.AcceptedRequestIdOf(response) : null,
        };
    }

    private static Guid Usable(Guid retryKey) =>
        retryKey != Guid.Empty ? retryKey : throw new ArgumentException("An empty retry key would be the same for every message.", nameof(retryKey));

    private static void UpTo500(IReadOnlyList<string> userIds)
    {
        ArgumentNullException.ThrowIfNull(userIds);
        if (userIds.Count is < 1 or > 500)
            throw new ArgumentOutOfRangeException(nameof(userIds), userIds.Count, "LINE takes 1 to 500 users at once.");
    }

    private static void WriteSilence(Utf8JsonWriter json, bool notificationDisabled)
    {
        if (notificationDisabled)
            json.WriteBoolean("notificationDisabled"u8, true);
    }

    private static void WriteUnits(Utf8JsonWriter json, IReadOnlyList<string>? units)
    {
        if (units is { Count: > 0 })
            WriteTexts(json, "customAggregationUnits", units);
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static string NameOf(SendKind kind) => kind switch
    {
        SendKind.Reply => "reply",
        SendKind.Push => "push",
        SendKind.Multicast => "multicast",
        SendKind.Narrowcast => "narrowcast",
        SendKind.Broadcast => "broadcast",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such way of sending."),
    };
}
