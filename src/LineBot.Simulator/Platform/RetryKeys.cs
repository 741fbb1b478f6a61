using System.Text.Json.Nodes;

namespace LineBot.Simulator.Platform;

/// <summary>Remembers for 24 hours which keyed requests were accepted, so that a retry is recognised instead of sent twice.</summary>
internal sealed class RetryKeys(TimeProvider clock)
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(24);

    private static readonly HashSet<string> Supporting =
        ["/v2/bot/message/push", "/v2/bot/message/multicast", "/v2/bot/message/narrowcast", "/v2/bot/message/broadcast"];

    private readonly Dictionary<Guid, Accepted> _accepted = [];
    private readonly Queue<Guid> _oldest = new();

    /// <exception cref="Refusal">There is a key where LINE takes none.</exception>
    public static void CheckSupport(ApiRequest request)
    {
        if (request.Header("X-Line-Retry-Key") is not null && !Supporting.Contains(request.Path))
            throw new Refusal(400, "The retry key is not supported on this endpoint");
    }

    /// <summary>Does what may carry a retry key: once for each key.</summary>
    /// <exception cref="Refusal">The key is no UUID, or what was to be done was refused; the key is good for another try then.</exception>
    public ApiAnswer Once(ApiRequest request, Func<ApiAnswer> act)
    {
        var key = Read(request);
        if (Recognise(key) is { } accepted)
            return accepted;
        var answer = act();
        Accept(key, request.Id, answer.Body?["sentMessages"] as JsonArray);
        return answer;
    }

    private static Guid? Read(ApiRequest request) => request.Header("X-Line-Retry-Key") switch
    {
        null => null,
        var text when Guid.TryParseExact(text, "D", out var key) => key,
        _ => throw new Refusal(400, "The retry key is invalid"),
    };

    /// <summary>The answer to a request that was accepted before; null for a new one.</summary>
    private ApiAnswer? Recognise(Guid? key)
    {
        if (key is null || !_accepted.TryGetValue(key.Value, out var accepted) || clock.GetUtcNow() - accepted.At > Life)
            return null;
        var body = new JsonObject { ["message"] = "The retry key is already accepted" };
        if (accepted.SentMessages is not null)
            body["sentMessages"] = accepted.SentMessages.DeepClone();
        return new ApiAnswer(409, body) { AcceptedRequestId = accepted.RequestId };
    }

    private void Accept(Guid? key, string requestId, JsonArray? sentMessages)
    {
        if (key is null)
            return;
        var now = clock.GetUtcNow();
        while (_oldest.TryPeek(out var oldest) && now - _accepted[oldest].At > Life)
            _accepted.Remove(_oldest.Dequeue());
        _accepted[key.Value] = new Accepted(now, requestId, sentMessages);
        _oldest.Enqueue(key.Value);
    }

    private sealed record Accepted(DateTimeOffset At, string RequestId, JsonArray? SentMessages);
}
