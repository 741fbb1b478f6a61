using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace LineBot.Simulator.Platform;

/// <summary>
/// Posts signed events to the bot: one chat's in their order, chats side by side. Where no 2xx comes back, the event is lost
/// unless redelivery is on, as it is with LINE.
/// </summary>
public sealed class WebhookClient : IAsyncDisposable
{
    private static readonly TimeSpan LongestHold = TimeSpan.FromSeconds(1);

    private readonly LinePlatform _platform;
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });
    private readonly Dictionary<LinePhone, Task> _lastOf = [];
    private readonly ConcurrentDictionary<LinePhone, JsonObject> _heldBack = [];
    private Happening? _waitingForCompany;
    private readonly CancellationTokenSource _stopping = new();

    internal WebhookClient(LinePlatform platform) => _platform = platform;

    /// <summary>Where the bot listens; null while it has no webhook.</summary>
    public Uri? Url { get; set; }

    /// <summary>The console's switch "Use webhook": switched off, events go nowhere.</summary>
    public bool IsActive { get; set; } = true;

    public bool Redeliver { get; set; }

    /// <summary>The pauses before each further try; their number bounds the tries.</summary>
    public IReadOnlyList<TimeSpan> RedeliverAfter { get; set; } =
        [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)];

    /// <summary>LINE waits two seconds of real time for the 200.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Posts events as they are, in one body, signed.</summary>
    public Task<WebhookPost> PostAsync(params JsonObject[] events)
    {
        var body = new JsonObject { ["destination"] = _platform.Channel.BotUserId, ["events"] = new JsonArray([.. events.Select(e => e.DeepClone())]) };
        return PostAsync(Encoding.UTF8.GetBytes(PlatformJson.Write(body)));
    }

    /// <summary>Posts any bytes, with their true signature or another one.</summary>
    /// <param name="signature">Null signs rightly; empty sends no signature.</param>
    public Task<WebhookPost> PostAsync(byte[] body, string? signature = null) => PostRecordedAsync(body, signature: signature);

    /// <summary>The request of the Verify button: signed, without events.</summary>
    internal Task<WebhookPost> TestAsync(Uri url) =>
        PostRecordedAsync(Encoding.UTF8.GetBytes($$"""{"destination":"{{_platform.Channel.BotUserId}}","events":[]}"""), url: url);

    public string Sign(ReadOnlySpan<byte> body) =>
        Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(_platform.Channel.Secret), body));

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        Task[] last;
        lock (_lastOf)
            last = [.. _lastOf.Values];
        await Task.WhenAll(last).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _http.Dispose();
        _stopping.Dispose();
    }

    /// <summary>Sends an event after those of the same chat that wait already.</summary>
    /// <returns>The first delivery, or null where it never left.</returns>
    internal Task<WebhookPost?> Enqueue(LinePhone phone, JsonObject happened)
    {
        lock (_lastOf)
        {
            // Drawn here, so that "the next one" is the next one to happen, whichever chat's thread is the faster.
            var fault = Url is null || !IsActive ? null : _platform.Faults.ForWebhook();
            var before = _lastOf.GetValueOrDefault(phone, Task.CompletedTask);
            var delivery = DeliverAfter(before, phone, happened, fault);
            _lastOf[phone] = delivery;
            return delivery;
        }
    }

    private async Task<WebhookPost?> DeliverAfter(Task before, LinePhone phone, JsonObject happened, WebhookFault? fault)
    {
        // Off the caller's thread, which holds the platform's lock.
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        if (Url is null || !IsActive)
            return null;
        if (fault == WebhookFault.Late)
            await Task.Delay(_platform.Faults.Delay, _platform.Clock, _stopping.Token);
        if (fault == WebhookFault.Reorder && _heldBack.TryAdd(phone, happened))
        {
            _ = ReleaseAsync(phone, happened);
            return null;
        }
        var happening = new Happening(phone, happened);
        if (fault == WebhookFault.Together && Interlocked.CompareExchange(ref _waitingForCompany, happening, null) is null)
        {
            _ = SendAloneAsync(happening);
            return null;
        }
        var delivered = await DeliverAsync([.. Company(), happening], fault == WebhookFault.Lose || _platform.Faults.NoNetwork);
        if (fault == WebhookFault.Duplicate)
            await DeliverAsync([happening], isLost: false);
        if (_heldBack.TryRemove(phone, out var late))
            await DeliverAsync([new Happening(phone, late)], isLost: false);
        return delivered;
    }

    /// <summary>The event that waits for another one, of whichever chat: it is the older of the two.</summary>
    private Happening[] Company() => Interlocked.Exchange(ref _waitingForCompany, null) is { } waiting ? [waiting] : [];

    private async Task SendAloneAsync(Happening happening)
    {
        await Task.Delay(LongestHold, _platform.Clock, _stopping.Token);
        if (Interlocked.CompareExchange(ref _waitingForCompany, null, happening) == happening)
            await DeliverAsync([happening], isLost: false);
    }

    /// <summary>An event held back for the next one of its chat does not wait for ever.</summary>
    private async Task ReleaseAsync(LinePhone phone, JsonObject happened)
    {
        await Task.Delay(LongestHold, _platform.Clock, _stopping.Token);
        if (_heldBack.TryRemove(KeyValuePair.Create(phone, happened)))
            await DeliverAsync([new Happening(phone, happened)], isLost: false);
    }

    private async Task<WebhookPost> DeliverAsync(Happening[] happenings, bool isLost)
    {
        var post = await PostEventsAsync(happenings, isRedelivery: false, isLost);
        if (!post.IsAccepted && Redeliver)
            _ = RedeliverAsync(happenings);
        return post;
    }

    private async Task RedeliverAsync(Happening[] happenings)
    {
        foreach (var pause in RedeliverAfter)
        {
            await Task.Delay(pause, _platform.Clock, _stopping.Token);
            if ((await PostEventsAsync(happenings, isRedelivery: true, _platform.Faults.NoNetwork)).IsAccepted)
                return;
        }
    }

    private Task<WebhookPost> PostEventsAsync(Happening[] happenings, bool isRedelivery, bool isLost)
    {
        var events = new JsonArray();
        foreach (var happening in happenings)
        {
            var copy = happening.Event.DeepClone();
            copy["deliveryContext"]!["isRedelivery"] = isRedelivery;
            if ((string?)copy["replyToken"] is { } token)
                _platform.Do(() => _platform.ReplyTokens.Sent(token));
            events.Add(copy);
        }
        var body = new JsonObject { ["destination"] = _platform.Channel.BotUserId, ["events"] = events };
        return PostRecordedAsync(Encoding.UTF8.GetBytes(PlatformJson.Write(body)), happenings[^1].Phone, isRedelivery, isLost: isLost);
    }

    private async Task<WebhookPost> PostRecordedAsync(
        byte[] body, LinePhone? phone = null, bool isRedelivery = false, string? signature = null, bool isLost = false, Uri? url = null)
    {
        var at = _platform.Clock.GetUtcNow();
        var (status, failure) = isLost ? (null, "could_not_connect") : await SendAsync(url ?? Url, body, signature ?? Sign(body));
        WebhookPost? post = null;
        _platform.Record.Add(number => post = new WebhookPost(number, at, phone?.UserId, Encoding.UTF8.GetString(body), isRedelivery, status, failure));
        return post!;
    }

    private async Task<(int? Status, string? Failure)> SendAsync(Uri? url, byte[] body, string signature)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.UserAgent.ParseAdd("LineBotWebhook/2.0");
        if (signature.Length > 0)
            request.Headers.TryAddWithoutValidation("x-line-signature", signature);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token);
        patience.CancelAfter(Timeout);
        try
        {
            // The status is the answer: what follows it is not read, however much it is.
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            return ((int)response.StatusCode, null);
        }
        catch (HttpRequestException)
        {
            return (null, "could_not_connect");
        }
        catch (OperationCanceledException)
        {
            return (null, "request_timeout");
        }
    }

    private sealed record Happening(LinePhone Phone, JsonObject Event);
}
