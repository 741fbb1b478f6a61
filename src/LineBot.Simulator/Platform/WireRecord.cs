using System.Text.Json;

namespace LineBot.Simulator.Platform;

/// <summary>A call that came in, and what it was answered.</summary>
/// <param name="Number">Counts calls and webhooks together, in the order in which they were recorded.</param>
/// <param name="Refusal">The reason with which LINE refused; null when it did not.</param>
/// <param name="Fault">The fault that the simulator put in the way, if any.</param>
public sealed record ApiCall(
    long Number, DateTimeOffset At, string RequestId, string Method, string Path, string Body, string? RetryKey, int Status, string Answer, string? Refusal, string? Fault)
{
    public JsonElement Json() => JsonSerializer.Deserialize<JsonElement>(Body);
}

/// <summary>One POST of webhook events to the bot.</summary>
/// <param name="Status">The HTTP status answered; null when there was no answer.</param>
/// <param name="Failure">Why there was no answer.</param>
public sealed record WebhookPost(
    long Number, DateTimeOffset At, string? LineUserId, string Body, bool IsRedelivery, int? Status, string? Failure)
{
    public bool IsAccepted => Status is >= 200 and < 300;
}

/// <summary>A page that LINE fetched for the preview of a link in a text.</summary>
/// <param name="Status">Of the page that the link led to in the end; null when there was no answer.</param>
/// <param name="Title">What the preview says; null for what is no page.</param>
public sealed record LinkPreview(long Number, DateTimeOffset At, Uri Link, int? Status, string? Title);

/// <summary>Everything that went over the wire, newest last. The oldest make room once there are <see cref="Capacity"/> of a kind.</summary>
public sealed class WireRecord
{
    public const int Capacity = 50_000;

    private readonly Lock _gate = new();
    private readonly List<ApiCall> _calls = [];
    private readonly List<WebhookPost> _webhooks = [];
    private readonly List<LinkPreview> _previews = [];
    private long _number;

    public event EventHandler? Changed;

    public IReadOnlyList<ApiCall> Calls => NewestCalls(Capacity);

    public IReadOnlyList<WebhookPost> Webhooks => NewestWebhooks(Capacity);

    public IReadOnlyList<LinkPreview> Previews => NewestPreviews(Capacity);

    /// <summary>The last <paramref name="most"/>, at the cost of these alone.</summary>
    public IReadOnlyList<ApiCall> NewestCalls(int most) => Newest(_calls, most);

    /// <inheritdoc cref="NewestCalls"/>
    public IReadOnlyList<WebhookPost> NewestWebhooks(int most) => Newest(_webhooks, most);

    /// <inheritdoc cref="NewestCalls"/>
    public IReadOnlyList<LinkPreview> NewestPreviews(int most) => Newest(_previews, most);

    internal void Add(Func<long, ApiCall> call) => Add(_calls, call);

    internal void Add(Func<long, WebhookPost> webhook) => Add(_webhooks, webhook);

    internal void Add(Func<long, LinkPreview> preview) => Add(_previews, preview);

    private List<T> Newest<T>(List<T> items, int most)
    {
        lock (_gate)
        {
            var count = Math.Min(most, items.Count);
            return items.GetRange(items.Count - count, count);
        }
    }

    private void Add<T>(List<T> items, Func<long, T> item)
    {
        lock (_gate)
        {
            items.Add(item(++_number));
            // The rest moves up, so it is not done for each one.
            if (items.Count > Capacity + Capacity / 10)
                items.RemoveRange(0, items.Count - Capacity);
        }
        Changed?.Invoke(this, EventArgs.Empty);
    }
}
