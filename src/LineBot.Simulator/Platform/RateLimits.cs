namespace LineBot.Simulator.Platform;

/// <summary>
/// How often each endpoint may be called: a bucket for each address and method, however the address is filled in,
/// which is full at first and fills again steadily.
/// </summary>
internal sealed class RateLimits(TimeProvider clock)
{
    /// <summary>What holds for every endpoint without a rate of its own.</summary>
    public static readonly Rate Usual = Rate.PerSecond(2000);

    /// <summary>The endpoints with a rate of their own, by method and address.</summary>
    public static IReadOnlyDictionary<string, Rate> Documented { get; } = new Dictionary<string, Rate>
    {
        ["POST /v2/bot/message/narrowcast"] = Rate.PerHour(60),
        ["POST /v2/bot/message/broadcast"] = Rate.PerHour(60),
        ["POST /v2/bot/message/multicast"] = Rate.PerSecond(200),
        ["POST /v2/bot/chat/loading/start"] = Rate.PerSecond(100),
        ["PUT /v2/bot/channel/webhook/endpoint"] = Rate.PerMinute(1000),
        ["GET /v2/bot/channel/webhook/endpoint"] = Rate.PerMinute(1000),
        ["POST /v2/bot/channel/webhook/test"] = Rate.PerHour(60),
        ["GET /v2/bot/insight/message/delivery"] = Rate.PerHour(60),
        ["GET /v2/bot/insight/followers"] = Rate.PerHour(60),
        ["GET /v2/bot/insight/demographic"] = Rate.PerHour(60),
        ["POST /v2/bot/richmenu"] = Rate.PerHour(100),
        ["DELETE /v2/bot/richmenu/{id}"] = Rate.PerHour(100),
        ["GET /v2/bot/richmenu/list"] = Rate.PerSecond(10),
        ["DELETE /v2/bot/richmenu/alias/{aliasId}"] = Rate.PerHour(100),
        ["POST /v2/bot/richmenu/batch"] = Rate.PerHour(3),
        ["GET /v2/bot/richmenu/progress/batch"] = Rate.PerHour(100),
        ["POST /v2/oauth/accessToken"] = Rate.PerSecond(370),
    };

    private readonly Dictionary<string, Bucket> _buckets = [];

    /// <exception cref="Refusal">The endpoint was called too often; this call counts for nothing.</exception>
    public void Count(string method, string path)
    {
        var endpoint = $"{method} {path}";
        var rate = Documented.GetValueOrDefault(endpoint, Usual);
        var now = clock.GetUtcNow();
        var bucket = _buckets.TryGetValue(endpoint, out var known) ? known.At(now, rate) : new Bucket(rate.Count, now);
        if (bucket.Left < 1)
            throw new Refusal(429, "The API rate limit has been exceeded. Try again later.");
        _buckets[endpoint] = bucket with { Left = bucket.Left - 1 };
    }

    public void Clear() => _buckets.Clear();

    private readonly record struct Bucket(double Left, DateTimeOffset Since)
    {
        public Bucket At(DateTimeOffset now, Rate rate) => new(Math.Min(rate.Count, Left + (now - Since) / rate.Per * rate.Count), now);
    }
}

/// <summary>So many calls in such a time.</summary>
internal sealed record Rate(int Count, TimeSpan Per)
{
    public static Rate PerSecond(int count) => new(count, TimeSpan.FromSeconds(1));

    public static Rate PerMinute(int count) => new(count, TimeSpan.FromMinutes(1));

    public static Rate PerHour(int count) => new(count, TimeSpan.FromHours(1));
}
