using System.Net;
using System.Text;
using Line.Messaging.Tests.Client;

namespace Line.Messaging.Tests;

/// <summary>The code of the README, compiled and run. A line that is changed there has to be changed here.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public void Its_code_is_the_code_of_these_tests()
    {
        var here = Squeeze(File.ReadAllText(Find("tests/Line.Messaging.Tests/ReadmeTests.cs")));
        var blocks = File.ReadAllText(Find("src/Line.Messaging/README.md")).Split("```csharp\n").Skip(1).Select(block => block.Split("```")[0]).ToList();
        blocks.Count.ShouldBe(5);
        foreach (var block in blocks)
            here.ShouldContain(Squeeze(block));
    }

    [Fact]
    public async Task Answers_a_text()
    {
        var network = new FakeLine();
        var body = """{"events":[{"type":"message","replyToken":"r","message":{"type":"text","id":"1","text":"hello"}}]}"""u8.ToArray();
        (await Receive(body, WebhookSignature.Sign("old", body), "new", "old", network.Client())).ShouldBe(200);
        network.Request.Text.ShouldContain("You said: hello");
        (await Receive(body, WebhookSignature.Sign("another", body), "new", "old", network.Client())).ShouldBe(401);
    }

    [Fact]
    public async Task Sends_a_card_that_LINE_takes()
    {
        var network = new FakeLine().Answers(HttpStatusCode.OK, """{"access_token":"t","expires_in":900}""").Answers(HttpStatusCode.OK);
        await Send(network.Http(), "1234567890", "secret", "U1", Guid.NewGuid());
        Encoding.UTF8.GetString(network.Requests[1].Body!).ShouldContain("until 30 November");
    }

    private static async Task<int> Receive(byte[] body, string header, string channelSecret, string previousChannelSecret, LineMessagingClient line)
    {
        var signature = new WebhookSignature(channelSecret, previousChannelSecret);
        if (signature.Check(body, header) != SignatureResult.Valid)
            return 401;
        foreach (var received in WebhookRequest.Parse(body).Events)
        {
            // LINE may deliver an event more than once: WebhookEventId says which it is.
            if (received is MessageEvent { Message: TextContent text, ReplyToken: { } token, Mode: ChannelMode.Active })
                await line.ReplyAsync(token, [new TextMessage($"You said: {text.Text}")]);
        }
        return 200;
    }

    private static async Task Send(HttpClient http, string channelId, string channelSecret, string chatId, Guid retryKey)
    {
        var options = new LineClientOptions();
        var tokens = ChannelTokenSource.Stateless(new ChannelTokenClient(http, options), channelId, channelSecret);
        var line = new LineMessagingClient(http, options, tokens);

        var card = new FlexMessage("2.4 GB left", new FlexBubble
        {
            Body = FlexBox.Vertical(
                new FlexText("2.4 GB left") { Weight = FlexWeight.Bold, Size = "xl" },
                new FlexText("until 30 November") { Size = "sm", Color = "#555555" }),
            Footer = FlexBox.Vertical(new FlexButton(new PostbackAction("Give data", "data-present@1"))),
        });

        foreach (var violation in MessageLimits.Check([card]))
            Console.WriteLine(violation);

        var batch = MessageBatch.Serialize([card]);
        var sent = await line.PushAsync(chatId, batch, retryKey);

        sent.AlreadyAccepted.ShouldBeFalse();
    }

    private static string Squeeze(string code) => string.Concat(code.Where(c => !char.IsWhiteSpace(c)));

    private static string Find(string path)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root!.FullName, "LineBot.sln")))
            root = root.Parent;
        return Path.Combine(root.FullName, path);
    }
}
