using System.Net;
using System.Security.Cryptography;
using System.Text;
using LineBot.Storage;
using LineBot.Tests.Drivers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LineBot.Tests.Webhook;

public sealed class WebhookEndpointTests
{
    private const int Mebibyte = 1024 * 1024;
    private const string Empty = """{"destination":"U00000000000000000000000000000000","events":[]}""";

    [Theory]
    [InlineData("")]
    [InlineData("not base64")]
    [InlineData("c2hvcnQ=")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    public async Task A_missing_or_wrong_signature_gets_401_with_an_empty_body_and_nothing_is_stored(string signature)
    {
        await using var line = await new ScriptedHandler().StartAsync();

        var (status, body) = await PostAsync(line, Text("hello"), signature);

        status.ShouldBe(HttpStatusCode.Unauthorized);
        body.ShouldBeEmpty();
        line.Count("SELECT COUNT(*) FROM inbox").ShouldBe(0);
    }

    [Fact]
    public async Task The_previous_secret_still_counts_while_a_new_one_is_being_introduced()
    {
        const string previous = "0123456789abcdef0123456789abcdef";
        await using var line = await new ScriptedHandler().StartAsync(settings: ("Line:PreviousChannelSecret", previous));
        var body = Encoding.UTF8.GetBytes(Empty);

        (await PostAsync(line, body, Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(previous), body)))).Status.ShouldBe(HttpStatusCode.OK);
        (await PostAsync(line, body)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(Mebibyte, HttpStatusCode.OK)]
    [InlineData(Mebibyte + 1, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_body_may_have_one_mebibyte_and_not_one_byte_more(int length, HttpStatusCode expected)
    {
        await using var line = await new ScriptedHandler().StartAsync();
        var body = Encoding.UTF8.GetBytes(Empty.PadRight(length));

        (await PostAsync(line, body)).Status.ShouldBe(expected);
        (await PostAsync(line, body, isChunked: true)).Status.ShouldBe(expected);
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"events":{}}""")]
    [InlineData("""{"events":[""")]
    public async Task A_signed_body_that_cannot_be_read_gets_400_and_is_kept_for_a_look(string body)
    {
        await using var line = await new ScriptedHandler().StartAsync();

        (await PostAsync(line, Encoding.UTF8.GetBytes(body))).Status.ShouldBe(HttpStatusCode.BadRequest);

        line.Count("SELECT COUNT(*) FROM unreadable_webhooks").ShouldBe(1);
    }

    [Fact]
    public async Task Of_unreadable_bodies_the_last_hundred_are_kept()
    {
        await using var line = await new ScriptedHandler().StartAsync();

        for (var i = 0; i < 101; i++)
            await PostAsync(line, Encoding.UTF8.GetBytes($"not json {i}"));

        line.Count("SELECT COUNT(*) FROM unreadable_webhooks").ShouldBe(100);
        line.Texts("SELECT body FROM unreadable_webhooks").ShouldNotContain("not json 0");
    }

    [Fact]
    public async Task One_bad_event_is_kept_as_it_came_and_its_neighbours_are_answered()
    {
        await using var line = await new ScriptedHandler().StartAsync();
        var phone = line.Phone("はな");
        var good = TextEvent(phone.UserId, "first", "01AAAAAAAAAAAAAAAAAAAAAAAA");
        var other = TextEvent(phone.UserId, "second", "01BBBBBBBBBBBBBBBBBBBBBBBB");

        (await PostAsync(line, Encoding.UTF8.GetBytes($$"""{"events":[{{good}},42,{"type":"message","message":"what?"},{"type":"surprise"},{{other}}]}"""))).Status
            .ShouldBe(HttpStatusCode.OK);

        (await phone.NextAnswerAsync()).Text.ShouldBe("heard first");
        (await phone.NextAnswerAsync()).Text.ShouldBe("heard second");
        await line.SettledAsync();
        line.Count("SELECT COUNT(*) FROM inbox").ShouldBe(5);
        line.Count("SELECT COUNT(*) FROM inbox WHERE LENGTH(payload) = 2").ShouldBe(1);
    }

    [Fact]
    public async Task Without_room_on_the_disk_LINE_hears_503_until_there_is_room_again()
    {
        await using var line = await new ScriptedHandler().StartAsync(storeIsFile: true);
        var phone = line.Phone("はな");
        line.Log.Expect("store");
        var database = line.Services.GetRequiredService<Database>();
        var pages = await database.WriteAsync(tx => tx.Get<long>("PRAGMA page_count"));
        await database.WriteAsync(tx => tx.Get<long>($"PRAGMA max_page_count = {pages}"));

        var large = new string('長', 20_000);
        (await PostAsync(line, Encoding.UTF8.GetBytes($$"""{"events":[{{TextEvent(phone.UserId, large, "01AAAAAAAAAAAAAAAAAAAAAAAA")}}]}"""))).Status
            .ShouldBe(HttpStatusCode.ServiceUnavailable);
        line.Count("SELECT COUNT(*) FROM inbox").ShouldBe(0);

        (await phone.AskAsync("again")).Text.ShouldBe("heard again");
    }

    [Fact]
    public async Task The_verify_button_is_answered_and_its_dummies_are_not()
    {
        var handler = new ScriptedHandler();
        await using var line = await handler.StartAsync();
        var dummies = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "webhooks", "verify-dummies.json"));

        (await PostAsync(line, Encoding.UTF8.GetBytes(Empty))).Status.ShouldBe(HttpStatusCode.OK);
        (await PostAsync(line, dummies)).Status.ShouldBe(HttpStatusCode.OK);

        await line.SettledAsync();
        handler.Calls.ShouldBe(0);
    }

    [Theory]
    [InlineData("Line:ChannelSecret", "", "Line:ChannelSecret is empty")]
    [InlineData("Line:ChannelSecret", "0123456789abcdef0123456789abcdeX", "Line:ChannelSecret has 32 characters")]
    [InlineData("Line:ApiBaseUrl", "ftp://example.jp", "Line:ApiBaseUrl is 'ftp://example.jp/'")]
    public async Task With_a_wrong_setting_the_service_does_not_start_and_names_it(string key, string value, string complaint)
    {
        var refused = await Should.ThrowAsync<OptionsValidationException>(new ScriptedHandler().StartAsync(settings: (key, value)));

        refused.Message.ShouldContain(complaint);
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes($$"""{"events":[{{TextEvent("U00000000000000000000000000000001", text, "01AAAAAAAAAAAAAAAAAAAAAAAA")}}]}""");

    private static string TextEvent(string userId, string text, string id) =>
        $$"""
        {"type":"message","message":{"type":"text","id":"1","text":"{{text}}"},"webhookEventId":"{{id}}","deliveryContext":{"isRedelivery":false},
        "timestamp":1763262000000,"source":{"type":"user","userId":"{{userId}}"},"mode":"active"}
        """;

    private static async Task<(HttpStatusCode Status, string Body)> PostAsync(LineTalk line, byte[] body, string? signature = null, bool isChunked = false)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(line.Address, "/webhook")) { Content = new ByteArrayContent(body) };
        request.Headers.TransferEncodingChunked = isChunked;
        signature ??= line.Platform.Webhooks.Sign(body);
        if (signature.Length > 0)
            request.Headers.TryAddWithoutValidation("X-Line-Signature", signature);
        using var response = await http.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
