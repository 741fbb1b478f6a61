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
    private readonly Queue<ApiCall> _calls = new();
    private readonly Queue<WebhookPost> _webhooks = new();
    private readonly Queue<LinkPreview> _previews = new();
    private long _number;

    public event EventHandler? Changed;

    public IReadOnlyList<ApiCall> Calls => Snapshot(_calls);

    public IReadOnlyList<WebhookPost> Webhooks => Snapshot(_webhooks);

    public IReadOnlyList<LinkPreview> Previews => Snapshot(_previews);

    internal void Add(Func<long, ApiCall> call) => Add(_calls, call);

    internal void Add(Func<long, WebhookPost> webhook) => Add(_webhooks, webhook);

    internal void Add(Func<long, LinkPreview> preview) => Add(_previews, preview);

    private T[] Snapshot<T>(Queue<T> queue)
    {
        lock (_gate)
            return [.. queue];
    }

    private void Add<T>(Queue<T> queue, Func<long, T> item)
    {
        lock (_gate)
        {
            queue.Enqueue(item(++_number));
            if (queue.Count > Capacity)
                queue.Dequeue();
        }
        Changed?.Invoke(this, EventArgs.Empty);
    }
}
