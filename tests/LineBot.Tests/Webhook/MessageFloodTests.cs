using System.Net;
using System.Text;
using LineBot.RichMenu;
using LineBot.Tests.Drivers;
using LineBot.Tests.Handlers;
using LineBot.Webhook;
using Microsoft.Extensions.Options;

namespace LineBot.Tests.Webhook;

public sealed class MessageFloodTests
{
    private readonly MessageFlood _flood = new(Options.Create(new WebhookOptions { MostMessagesPerMinute = 2 }));

    [Fact]
    public void Takes_so_many_of_a_chat_in_a_minute_tells_once_and_takes_again_in_the_next()
    {
        var now = LineTalk.Noon;
        Judge("U1", now, 5).ShouldBe([FloodVerdict.Take, FloodVerdict.Take, FloodVerdict.Tell, FloodVerdict.Refuse, FloodVerdict.Refuse]);
        Judge("U2", now, 2).ShouldBe([FloodVerdict.Take, FloodVerdict.Take]);
        Judge("U1", now.AddSeconds(59.999), 1).ShouldBe([FloodVerdict.Refuse]);
        Judge("U1", now.AddSeconds(60), 3).ShouldBe([FloodVerdict.Take, FloodVerdict.Take, FloodVerdict.Tell]);
    }

    [Fact]
    public async Task Ten_thousand_messages_of_one_customer_leave_the_others_untouched()
    {
        await using var line = await LineTalk.StartAsync(new() { Settings = new Dictionary<string, string> { ["Webhook:MostMessagesPerMinute"] = "50" } });
        var (loud, quiet) = (await line.PhoneAsync(LinkState.None), await line.PhoneAsync(LinkState.Both));

        for (var post = 0; post < 50; post++)
            await PostAsync(line, loud.UserId, post * 200, 200);
        (await quiet.AskAsync("残量")).Text.ShouldContain("データ残量");
        (await quiet.AskTapAsync("linking@1")).Labels.ShouldNotBeEmpty();
        await line.SettledAsync();

        line.Count($"SELECT COUNT(*) FROM inbox WHERE chat_id = '{loud.UserId}'").ShouldBe(51);
        loud.Phone.Talk.Count(entry => entry.Message.GetRawText().Contains("短い時間に", StringComparison.Ordinal)).ShouldBe(1);
        await loud.SkipAsync();
        (await loud.AskTapAsync("linking@1")).Labels.ShouldNotBeEmpty("taps are not refused");
    }

    private FloodVerdict[] Judge(string chat, DateTimeOffset now, int times) => [.. Enumerable.Range(0, times).Select(_ => _flood.Judge(chat, now))];

    private static async Task PostAsync(LineTalk line, string userId, int first, int count)
    {
        // Without reply tokens, so that nothing is said to a token that LINE never gave.
        var events = Enumerable.Range(first, count).Select(n => $$"""
            {"type":"message","message":{"type":"text","id":"{{n}}","text":"flood"},"webhookEventId":"flood-{{n}}","deliveryContext":{"isRedelivery":false},
             "timestamp":{{line.Clock.GetUtcNow().ToUnixTimeMilliseconds()}},"source":{"type":"user","userId":"{{userId}}"},"mode":"active"}
            """);
        var body = Encoding.UTF8.GetBytes($$"""{"destination":"U0","events":[{{string.Join(',', events)}}]}""");
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(line.Address, "/webhook")) { Content = new ByteArrayContent(body) };
        request.Headers.Add("X-Line-Signature", line.Platform.Webhooks.Sign(body));
        using var response = await http.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
