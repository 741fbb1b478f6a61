using System.Text;

namespace LineBot.Tests.Simulator.Platform;

/// <summary>A bot that answers webhooks with nonsense hears what LINE would note, and the platform lives on.</summary>
public sealed class NonsenseBotTests : IAsyncLifetime
{
    private PlatformTalk _line = null!;

    public async Task InitializeAsync() => _line = await PlatformTalk.StartAsync();

    public Task DisposeAsync() => _line.DisposeAsync().AsTask();

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{nonsense", 200, null)]
    [InlineData("HTTP/1.1 200 OK\r\ncontent-length: 1000000\r\n\r\ntoo little", 200, null)]
    [InlineData("HTTP/1.1 204 No Content\r\n\r\n", 204, null)]
    [InlineData("HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1:9/\r\ncontent-length: 0\r\n\r\n", 302, null)]
    [InlineData("HTTP/1.1 999 Beyond\r\ncontent-length: 0\r\n\r\n", 999, null)]
    [InlineData("220 mail.example.com ESMTP\r\n", null, "could_not_connect")]
    [InlineData("", null, "could_not_connect")]
    public async Task Answers(string bytes, int? status, string? failure)
    {
        await using var bot = new RawListener((stream, gone) => stream.WriteAsync(Encoding.ASCII.GetBytes(bytes), gone).AsTask());

        (await TellAsync(bot)).ShouldBe((status, failure));
    }

    [Fact]
    public async Task An_answer_without_end_is_taken_by_its_status()
    {
        await using var bot = new RawListener(async (stream, gone) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n"u8.ToArray(), gone);
            while (true)
                await stream.WriteAsync("5\r\nhello\r\n"u8.ToArray(), gone);
        });

        (await TellAsync(bot)).ShouldBe((200, null));
    }

    [Fact]
    public async Task A_bot_that_never_answers_is_waited_for_as_long_as_LINE_waits()
    {
        _line.Platform.Webhooks.Timeout = TimeSpan.FromMilliseconds(200);
        await using var bot = new RawListener((_, gone) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, gone));

        (await TellAsync(bot)).ShouldBe((null, "request_timeout"));
    }

    [Theory]
    [InlineData("""{"replyToken":"TOKEN","messages":[]}""", "messages: Size must be between 1 and 5")]
    [InlineData("""{"replyToken":"TOKEN","messages":"はい"}""", "messages: must be an array")]
    [InlineData("""{"replyToken":"TOKEN","messages":[{"type":"hologram","text":"a"}]}""", "messages[0].type: Must be one of the following values: [text, textV2, sticker, image, video, audio, location, imagemap, template, flex, coupon]")]
    [InlineData("""{"replyToken":"TOKEN","messages":[{"type":"flex","altText":"a","contents":{"type":"bubble","body":{"type":"box","layout":"spiral","contents":[]}}}]}""", "messages[0].contents.body.layout: must be one of [horizontal, vertical, baseline]")]
    [InlineData("""{"replyToken":42,"messages":[{"type":"text","text":"a"}]}""", "replyToken: must be a string")]
    [InlineData("""{"token":"TOKEN","messages":[{"type":"text","text":"a"}]}""", "token: unknown field; replyToken: must be specified")]
    public async Task Replies(string body, string verdict)
    {
        var token = await _line.ReplyTokenAsync();

        var answer = _line.Http.PostAsync("/v2/bot/message/reply", new StringContent(body.Replace("TOKEN", token, StringComparison.Ordinal), Encoding.UTF8, "application/json"));

        (await answer.VerdictAsync()).ShouldBe(verdict);
        _line.Phone.Talk.Count.ShouldBe(1, "nothing was said");
        (await _line.ReplyAsync(token).StatusAsync()).ShouldBe(200, "its token is still good");
    }

    /// <summary>What becomes of a webhook to that bot; the next one, to a bot that is well, arrives as ever.</summary>
    private async Task<(int? Status, string? Failure)> TellAsync(RawListener bot)
    {
        _line.Platform.Webhooks.Url = bot.Url;
        var post = await _line.Phone.SendTextAsync("こんにちは");
        _line.Platform.Webhooks.Url = _line.Bot.Url;
        (await _line.Phone.SendTextAsync("まだいますか"))!.Status.ShouldBe(200);
        return (post!.Status, post.Failure);
    }
}
