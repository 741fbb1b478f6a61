using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using LineBot.Simulator.Clock;
using LineBot.Simulator.Platform;
using LineBot.Tests.Drivers;
using LineBot.Tests.Simulator.Conformity;

namespace LineBot.Tests.Simulator.Platform;

/// <summary>
/// A platform alone, called as a bot calls it, with a listener in the bot's place that only takes webhooks.
/// At its end it fails the test in which an answer or a webhook was not as LINE publishes it.
/// </summary>
public sealed class PlatformTalk : IAsyncDisposable
{
    private readonly PlatformServer _server;
    private readonly BotListener _bot;
    private readonly FirstFailure _failure;

    private PlatformTalk(PlatformServer server, BotListener bot, TurnableClock clock, FirstFailure failure)
    {
        (_server, _bot, Clock, _failure) = (server, bot, clock, failure);
        Http = new HttpClient { BaseAddress = server.Address };
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", server.Platform.Channel.AccessToken);
        Phone = Platform.AddFriend("はな");
    }

    public LinePlatform Platform => _server.Platform;

    /// <summary>It stands still until it is turned.</summary>
    public TurnableClock Clock { get; }

    /// <summary>With the channel's token.</summary>
    public HttpClient Http { get; }

    /// <summary>A friend's.</summary>
    public LinePhone Phone { get; }

    public BotListener Bot => _bot;

    public static Task<PlatformTalk> StartAsync() => StartAsync(FirstFailure.Watch());

    private static async Task<PlatformTalk> StartAsync(FirstFailure failure)
    {
        var clock = new TurnableClock(LineTalk.Noon, runs: false);
        var server = await PlatformServer.StartAsync(clock);
        var bot = await BotListener.StartAsync();
        server.Platform.Webhooks.Url = bot.Url;
        server.Platform.Webhooks.Timeout = Eventually.Patience;
        return new PlatformTalk(server, bot, clock, failure);
    }

    /// <summary>Has the friend write something, and returns the token with which to answer.</summary>
    public async Task<string> ReplyTokenAsync()
    {
        var post = await Phone.SendTextAsync("こんにちは");
        return EventOf(post!).GetProperty("replyToken").GetString()!;
    }

    public Task<HttpResponseMessage> ReplyAsync(string token, params JsonNode[] messages) =>
        PostAsync("/v2/bot/message/reply", new JsonObject { ["replyToken"] = token, ["messages"] = Array(messages) });

    public Task<HttpResponseMessage> PushAsync(string? retryKey, params JsonNode[] messages) =>
        PostAsync("/v2/bot/message/push", new JsonObject { ["to"] = Phone.UserId, ["messages"] = Array(messages) }, retryKey);

    /// <summary>What LINE says of one message.</summary>
    public Task<HttpResponseMessage> ValidateAsync(JsonNode message) =>
        PostAsync("/v2/bot/message/validate/push", new JsonObject { ["messages"] = Array([message]) });

    public Task<HttpResponseMessage> PostAsync(string path, JsonNode body, string? retryKey = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        if (retryKey is not null)
            request.Headers.Add("X-Line-Retry-Key", retryKey);
        return Http.SendAsync(request);
    }

    public static JsonObject Text(string text = "はい") => new() { ["type"] = "text", ["text"] = text };

    public static JsonElement EventOf(WebhookPost post) =>
        JsonDocument.Parse(post.Body).RootElement.GetProperty("events")[0];

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _server.DisposeAsync();
        await _bot.DisposeAsync();
        Clock.Dispose();
        _failure.Dispose();
        if (LineOpenApi.FaultsOf(Platform.Record) is { Count: > 0 } faults)
            throw new Xunit.Sdk.XunitException(string.Join('\n', [.. faults.Distinct(), _failure.Message ?? ""]));
    }

    private static JsonArray Array(JsonNode[] messages) => new([.. messages.Length == 0 ? [Text()] : messages]);
}
