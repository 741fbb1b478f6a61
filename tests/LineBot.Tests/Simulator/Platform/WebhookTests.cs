using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LineBot.Tests.Drivers;

namespace LineBot.Tests.Simulator.Platform;

public sealed partial class WebhookTests : IAsyncLifetime
{
    private PlatformTalk _line = null!;

    public async Task InitializeAsync() => _line = await PlatformTalk.StartAsync();

    public Task DisposeAsync() => _line.DisposeAsync().AsTask();

    [Fact]
    public async Task Is_signed_over_its_raw_bytes()
    {
        await _line.Phone.SendTextAsync("残量は？🙂");

        _line.Bot.Received.TryDequeue(out var received).ShouldBeTrue();
        var key = Encoding.UTF8.GetBytes(_line.Platform.Channel.Secret);
        received.Signature.ShouldBe(Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(received.Body))));
    }

    [Fact]
    public async Task Has_what_every_event_of_LINE_has()
    {
        var post = await _line.Phone.SendTextAsync("こんにちは");

        var happened = PlatformTalk.EventOf(post!);
        JsonDocument.Parse(post!.Body).RootElement.GetProperty("destination").GetString().ShouldBe(_line.Platform.Channel.BotUserId);
        happened.GetProperty("webhookEventId").GetString()!.ShouldMatch("^01[0-9A-HJKMNP-TV-Z]{24}$");
        happened.GetProperty("timestamp").GetInt64().ShouldBe(LineTalk.Noon.ToUnixTimeMilliseconds());
        happened.GetProperty("deliveryContext").GetRawText().ShouldBe("""{"isRedelivery":false}""");
        happened.GetProperty("mode").GetString().ShouldBe("active");
        happened.GetProperty("source").GetRawText().ShouldBe($$"""{"type":"user","userId":"{{_line.Phone.UserId}}"}""");
        happened.GetProperty("message").GetProperty("text").GetString().ShouldBe("こんにちは");
        happened.GetProperty("message").TryGetProperty("quoteToken", out _).ShouldBeTrue();
    }

    [Fact]
    public async Task In_standby_there_is_no_reply_token()
    {
        _line.Platform.IsStandby = true;

        var happened = PlatformTalk.EventOf((await _line.Phone.SendTextAsync("こんにちは"))!);

        happened.GetProperty("mode").GetString().ShouldBe("standby");
        happened.TryGetProperty("replyToken", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Blocking_and_unsending_give_no_reply_token()
    {
        var sent = await _line.Phone.SendTextAsync("まちがい");
        var id = PlatformTalk.EventOf(sent!).GetProperty("message").GetProperty("id").GetString()!;

        var unsent = PlatformTalk.EventOf((await _line.Phone.UnsendAsync(id))!);
        var blocked = PlatformTalk.EventOf((await _line.Phone.BlockAsync())!);
        var unblocked = PlatformTalk.EventOf((await _line.Phone.UnblockAsync())!);

        unsent.GetProperty("unsend").GetProperty("messageId").GetString().ShouldBe(id);
        unsent.TryGetProperty("replyToken", out _).ShouldBeFalse();
        blocked.GetProperty("type").GetString().ShouldBe("unfollow");
        blocked.TryGetProperty("replyToken", out _).ShouldBeFalse();
        unblocked.GetProperty("follow").GetRawText().ShouldBe("""{"isUnblocked":true}""");
        unblocked.TryGetProperty("replyToken", out _).ShouldBeTrue();
    }

    [Fact]
    public async Task One_talks_events_arrive_in_their_order()
    {
        var sent = Enumerable.Range(0, 30).Select(i => _line.Phone.SendTextAsync($"{i}")).ToList();
        await Task.WhenAll(sent);

        _line.Bot.Received.Select(received => TextIn(received.Body)).ShouldBe(Enumerable.Range(0, 30).Select(i => $"{i}"));
    }

    [Fact]
    public async Task What_fails_is_lost_where_redelivery_is_off()
    {
        _line.Bot.Answer = _ => 503;

        var post = await _line.Phone.SendTextAsync("こんにちは");

        (post!.IsAccepted, post.Status).ShouldBe((false, 503));
        _line.Clock.Turn(TimeSpan.FromHours(1));
        _line.Bot.Answer = _ => 200;
        await _line.Phone.SendTextAsync("終わり");
        _line.Bot.Received.Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_fails_comes_again_where_redelivery_is_on()
    {
        _line.Platform.Webhooks.Redeliver = true;
        _line.Bot.Answer = body => body.Contains("\"isRedelivery\":true", StringComparison.Ordinal) ? 200 : 503;
        var first = PlatformTalk.EventOf((await _line.Phone.SendTextAsync("こんにちは"))!);

        _line.Clock.Turn(_line.Platform.Webhooks.RedeliverAfter[0]);
        var again = await RedeliveredAsync();

        again.GetProperty("deliveryContext").GetProperty("isRedelivery").GetBoolean().ShouldBeTrue();
        foreach (var same in (string[])["webhookEventId", "replyToken", "timestamp", "message"])
            JsonElement.DeepEquals(again.GetProperty(same), first.GetProperty(same)).ShouldBeTrue(same);
    }

    [Theory]
    [InlineData(60, 200)]
    [InlineData(61, 400)]
    public async Task A_redelivery_opens_the_reply_tokens_minute_again(int seconds, int expected)
    {
        _line.Platform.Webhooks.Redeliver = true;
        _line.Platform.Webhooks.RedeliverAfter = [TimeSpan.FromMinutes(19)];
        _line.Bot.Answer = body => body.Contains("\"isRedelivery\":true", StringComparison.Ordinal) ? 200 : 503;
        var token = await _line.ReplyTokenAsync();
        _line.Clock.Turn(TimeSpan.FromMinutes(19));
        await RedeliveredAsync();

        _line.Clock.Turn(TimeSpan.FromSeconds(seconds));

        (await _line.ReplyAsync(token).StatusAsync()).ShouldBe(expected);
    }

    [Fact]
    public async Task Tries_are_bounded()
    {
        _line.Platform.Webhooks.Redeliver = true;
        _line.Bot.Answer = _ => 500;
        await _line.Phone.SendTextAsync("こんにちは");
        var tries = 1 + _line.Platform.Webhooks.RedeliverAfter.Count;

        await Eventually.IsSoAsync(() =>
        {
            _line.Clock.Turn(TimeSpan.FromMinutes(1));
            return _line.Bot.Received.Count == tries;
        }, "every try");
        _line.Clock.Turn(TimeSpan.FromDays(1));
        _line.Bot.Answer = _ => 200;
        await _line.Phone.SendTextAsync("終わり");

        _line.Bot.Received.Count.ShouldBe(tries + 1);
    }

    [Fact]
    public async Task Nobody_listens()
    {
        _line.Platform.Webhooks.Url = new Uri("http://127.0.0.1:9/webhook");

        (await _line.Phone.SendTextAsync("こんにちは"))!.Failure.ShouldBe("could_not_connect");
    }

    [Fact]
    public async Task The_verify_button_sends_no_events()
    {
        var result = await _line.PostAsync("/v2/bot/channel/webhook/test", new JsonObject()).JsonAsync();

        result.GetProperty("success").GetBoolean().ShouldBeTrue();
        result.GetProperty("statusCode").GetInt32().ShouldBe(200);
        _line.Bot.Received.Single().Body.ShouldBe($$"""{"destination":"{{_line.Platform.Channel.BotUserId}}","events":[]}""");
    }

    [Theory]
    [InlineData(503, "ERROR_STATUS_CODE", "503")]
    [InlineData(200, "OK", "200")]
    public async Task The_verify_button_tells_what_came_of_it(int status, string reason, string detail)
    {
        _line.Bot.Answer = _ => status;

        var result = await _line.PostAsync("/v2/bot/channel/webhook/test", new JsonObject { ["endpoint"] = _line.Bot.Url.ToString() }).JsonAsync();

        (result.GetProperty("success").GetBoolean(), result.GetProperty("reason").GetString(), result.GetProperty("detail").GetString())
            .ShouldBe((status == 200, reason, detail));
    }

    [Fact]
    public async Task The_verify_button_tells_that_nobody_listens()
    {
        var result = await _line.PostAsync("/v2/bot/channel/webhook/test", new JsonObject { ["endpoint"] = "http://127.0.0.1:9/webhook" }).JsonAsync();

        (result.GetProperty("statusCode").GetInt32(), result.GetProperty("reason").GetString()).ShouldBe((0, "COULD_NOT_CONNECT"));
    }

    [Fact]
    public async Task A_channel_without_an_address_has_nothing_to_verify()
    {
        _line.Platform.Webhooks.Url = null;

        (await _line.Http.GetAsync("/v2/bot/channel/webhook/endpoint").VerdictAsync()).ShouldBe("Webhook endpoint not found");
        (await _line.PostAsync("/v2/bot/channel/webhook/test", new JsonObject()).StatusAsync()).ShouldBe(404);
    }

    [Theory]
    [InlineData("https://example.com/", 500, 200)]
    [InlineData("https://example.com/", 501, 400)]
    [InlineData("http://example.com/", 30, 400)]
    [InlineData("ftp://example.com/", 30, 400)]
    [InlineData("example", 30, 400)]
    public async Task Webhooks_go_to_a_secure_address_of_500_characters_at_most(string start, int length, int expected)
    {
        var content = System.Net.Http.Json.JsonContent.Create(new { endpoint = start.PadRight(length, 'a') });

        var answer = await _line.Http.PutAsync("/v2/bot/channel/webhook/endpoint", content);

        ((int)answer.StatusCode).ShouldBe(expected);
        if (expected == 400)
            (await Task.FromResult(answer).VerdictAsync()).ShouldBe("Invalid webhook endpoint URL");
    }

    [Fact]
    public async Task Switched_off_in_the_console_nothing_goes_out()
    {
        _line.Platform.Webhooks.IsActive = false;

        (await _line.Phone.SendTextAsync("こんにちは")).ShouldBeNull();

        (await _line.Http.GetAsync("/v2/bot/channel/webhook/endpoint").JsonAsync()).GetProperty("active").GetBoolean().ShouldBeFalse();
        _line.Bot.Received.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_bot_sets_where_webhooks_go()
    {
        await using var other = await BotListener.StartAsync();
        await _line.Http.PutAsync("/v2/bot/channel/webhook/endpoint", System.Net.Http.Json.JsonContent.Create(new { endpoint = other.Url }));

        await _line.Phone.SendTextAsync("こんにちは");

        other.Received.Count.ShouldBe(1);
        (await _line.Http.GetAsync("/v2/bot/channel/webhook/endpoint").JsonAsync()).GetProperty("endpoint").GetString().ShouldBe(other.Url.ToString());
    }

    private async Task<JsonElement> RedeliveredAsync()
    {
        await Eventually.IsSoAsync(() => _line.Platform.Record.Webhooks[^1].IsRedelivery, "the redelivery");
        return PlatformTalk.EventOf(_line.Platform.Record.Webhooks[^1]);
    }

    private static string TextIn(string body) => Text().Match(body).Groups[1].Value;

    [GeneratedRegex("\"text\":\"([^\"]*)\"")]
    private static partial Regex Text();
}
