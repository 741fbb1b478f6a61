using System.Net;
using System.Text.Json;

namespace LineBot.Tests.Simulator.Platform;

public sealed class ReplyTests
{
    [Theory]
    [InlineData(60, HttpStatusCode.OK)]
    [InlineData(61, HttpStatusCode.BadRequest)]
    public async Task Takes_a_reply_token_for_one_minute(int seconds, HttpStatusCode expected)
    {
        await using var line = await PlatformTalk.StartAsync();
        var token = await line.ReplyTokenAsync();

        line.Clock.Turn(TimeSpan.FromSeconds(seconds));

        (await line.ReplyAsync(token)).StatusCode.ShouldBe(expected);
    }

    [Fact]
    public async Task Takes_a_reply_token_once()
    {
        await using var line = await PlatformTalk.StartAsync();
        var token = await line.ReplyTokenAsync();
        (await line.ReplyAsync(token)).StatusCode.ShouldBe(HttpStatusCode.OK);

        var again = await line.ReplyAsync(token);

        again.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await again.Content.ReadAsStringAsync()).ShouldBe("""{"message":"Invalid reply token"}""");
        line.Phone.Talk.Count(entry => entry.MessageId is not null).ShouldBe(2);
    }

    [Theory]
    [InlineData(1, HttpStatusCode.OK)]
    [InlineData(5, HttpStatusCode.OK)]
    [InlineData(6, HttpStatusCode.BadRequest)]
    public async Task Takes_five_messages_and_shows_them_all_or_none(int count, HttpStatusCode expected)
    {
        await using var line = await PlatformTalk.StartAsync();
        var token = await line.ReplyTokenAsync();

        var answer = await line.ReplyAsync(token, [.. Enumerable.Range(0, count).Select(i => PlatformTalk.Text($"{i}"))]);

        answer.StatusCode.ShouldBe(expected);
        line.Phone.Talk.Count.ShouldBe(expected == HttpStatusCode.OK ? 1 + count : 1);
    }

    [Fact]
    public async Task A_refused_reply_leaves_its_token_good()
    {
        await using var line = await PlatformTalk.StartAsync();
        var token = await line.ReplyTokenAsync();
        (await line.ReplyAsync(token, PlatformTalk.Text(""))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        (await line.ReplyAsync(token)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Refuses_a_retry_key()
    {
        await using var line = await PlatformTalk.StartAsync();
        var token = await line.ReplyTokenAsync();
        var body = JsonSerializer.SerializeToNode(new { replyToken = token, messages = new[] { PlatformTalk.Text() } })!;

        var answer = await line.PostAsync("/v2/bot/message/reply", body, retryKey: Guid.NewGuid().ToString());

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }
}
