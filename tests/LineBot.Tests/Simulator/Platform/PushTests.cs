using System.Text.Json;
using System.Text.Json.Nodes;

namespace LineBot.Tests.Simulator.Platform;

public sealed class PushTests
{
    [Fact]
    public async Task A_retry_with_the_same_key_is_recognised_and_shown_once()
    {
        await using var line = await PlatformTalk.StartAsync();
        var key = Guid.NewGuid().ToString();
        var first = await line.PushAsync(key);

        var retry = await line.PushAsync(key);

        ((int)first.StatusCode).ShouldBe(200);
        ((int)retry.StatusCode).ShouldBe(409);
        retry.Headers.GetValues("x-line-accepted-request-id").ShouldBe(first.Headers.GetValues("x-line-request-id"));
        retry.Headers.GetValues("x-line-request-id").ShouldNotBe(first.Headers.GetValues("x-line-request-id"));
        JsonElement.DeepEquals(await Sent(retry), await Sent(first)).ShouldBeTrue();
        line.Phone.Talk.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Another_key_and_none_are_other_messages()
    {
        await using var line = await PlatformTalk.StartAsync();

        (await line.PushAsync(Guid.NewGuid().ToString()).StatusAsync()).ShouldBe(200);
        (await line.PushAsync(Guid.NewGuid().ToString()).StatusAsync()).ShouldBe(200);
        (await line.PushAsync(null).StatusAsync()).ShouldBe(200);
        (await line.PushAsync(null).StatusAsync()).ShouldBe(200);

        line.Phone.Talk.Count.ShouldBe(4);
    }

    [Theory]
    [InlineData(24 * 3600, 409)]
    [InlineData(24 * 3600 + 1, 200)]
    public async Task A_key_is_remembered_for_a_day(int seconds, int expected)
    {
        await using var line = await PlatformTalk.StartAsync();
        var key = Guid.NewGuid().ToString();
        await line.PushAsync(key);

        line.Clock.Turn(TimeSpan.FromSeconds(seconds));

        (await line.PushAsync(key).StatusAsync()).ShouldBe(expected);
    }

    [Fact]
    public async Task A_refused_request_does_not_spend_its_key()
    {
        await using var line = await PlatformTalk.StartAsync();
        var key = Guid.NewGuid().ToString();
        (await line.PushAsync(key, PlatformTalk.Text("")).StatusAsync()).ShouldBe(400);

        (await line.PushAsync(key).StatusAsync()).ShouldBe(200);
    }

    [Fact]
    public async Task A_key_is_a_uuid()
    {
        await using var line = await PlatformTalk.StartAsync();

        (await line.PushAsync("not-a-uuid").StatusAsync()).ShouldBe(400);
    }

    [Fact]
    public async Task Only_sending_takes_a_key()
    {
        await using var line = await PlatformTalk.StartAsync();
        var start = new JsonObject { ["chatId"] = line.Phone.UserId };

        (await line.PostAsync("/v2/bot/chat/loading/start", start, retryKey: Guid.NewGuid().ToString()).StatusAsync()).ShouldBe(400);
        (await line.PostAsync("/v2/bot/chat/loading/start", start).StatusAsync()).ShouldBe(202);
    }

    [Fact]
    public async Task Somebody_who_blocks_hears_nothing_although_all_is_well()
    {
        await using var line = await PlatformTalk.StartAsync();
        await line.Phone.BlockAsync();

        (await line.PushAsync(null).StatusAsync()).ShouldBe(200);

        line.Phone.Talk.ShouldBeEmpty();
        line.Platform.MonthlyUsage.ShouldBe(0);
    }

    [Theory]
    [InlineData(7 * 24 * 3600 - 1, 2)]
    [InlineData(7 * 24 * 3600 + 1, 1)]
    public async Task A_stranger_who_wrote_hears_for_a_week(int seconds, int shown)
    {
        await using var line = await PlatformTalk.StartAsync();
        var stranger = line.Platform.AddPhone("通りがかり");
        await stranger.SendTextAsync("こんにちは");

        line.Clock.Turn(TimeSpan.FromSeconds(seconds));
        await line.PostAsync("/v2/bot/message/push", new JsonObject { ["to"] = stranger.UserId, ["messages"] = new JsonArray(PlatformTalk.Text()) });

        stranger.Talk.Count.ShouldBe(shown);
    }

    [Fact]
    public async Task Nobody_by_that_id()
    {
        await using var line = await PlatformTalk.StartAsync();
        var body = new JsonObject { ["to"] = "U" + new string('0', 32), ["messages"] = new JsonArray(PlatformTalk.Text()) };

        (await line.PostAsync("/v2/bot/message/push", body).VerdictAsync()).ShouldBe("Failed to send messages");
    }

    [Theory]
    [InlineData("/v2/bot/message/push", "\"friend\"", "to")]
    [InlineData("/v2/bot/message/multicast", "[\"U00000000000000000000000000000000\",\"C00000000000000000000000000000000\"]", "to[1]")]
    public async Task To_what_is_no_id(string path, string to, string place)
    {
        await using var line = await PlatformTalk.StartAsync();
        var body = new JsonObject { ["to"] = JsonNode.Parse(to), ["messages"] = new JsonArray(PlatformTalk.Text()) };

        (await line.PostAsync(path, body).VerdictAsync()).ShouldBe($"The property, {place}, in the request body is invalid (line: -, column: -)");
    }

    [Fact]
    public async Task Multicast_reaches_each_friend_once_and_takes_500()
    {
        await using var line = await PlatformTalk.StartAsync();
        var other = line.Platform.AddFriend("けん");
        JsonObject To(IEnumerable<string> users) => new() { ["to"] = new JsonArray([.. users]), ["messages"] = new JsonArray(PlatformTalk.Text()) };
        var strangers = Enumerable.Range(0, 501).Select(i => $"U{i:x32}").ToList();

        (await line.PostAsync("/v2/bot/message/multicast", To([line.Phone.UserId, other.UserId, other.UserId])).StatusAsync()).ShouldBe(200);
        (await line.PostAsync("/v2/bot/message/multicast", To(strangers.Take(500))).StatusAsync()).ShouldBe(200);
        (await line.PostAsync("/v2/bot/message/multicast", To(strangers)).VerdictAsync()).ShouldBe("to: Size must be between 1 and 500");

        (line.Phone.Talk.Count, other.Talk.Count).ShouldBe((1, 1));
    }

    [Fact]
    public async Task The_months_quota_ends_pushes_and_not_replies()
    {
        await using var line = await PlatformTalk.StartAsync();
        line.Platform.MonthlyQuota = 1;
        (await line.PushAsync(null).StatusAsync()).ShouldBe(200);

        var refused = await line.PushAsync(null);

        ((int)refused.StatusCode).ShouldBe(429);
        (await Task.FromResult(refused).VerdictAsync()).ShouldBe("You have reached your monthly limit.");
        (await line.ReplyAsync(await line.ReplyTokenAsync()).StatusAsync()).ShouldBe(200);
        (await line.Http.GetAsync("/v2/bot/message/quota/consumption").JsonAsync()).GetProperty("totalUsage").GetInt32().ShouldBe(1);
    }

    private static async Task<JsonElement> Sent(HttpResponseMessage answer) =>
        (await Task.FromResult(answer).JsonAsync()).GetProperty("sentMessages");
}
