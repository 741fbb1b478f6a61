using System.Net;
using System.Text;

namespace Line.Messaging.Tests.Client;

public sealed class ClientAnswerTests
{
    private static readonly byte[] Written = MessageBatch.Serialize([new TextMessage("a")]);
    private static readonly Guid Key = Guid.Parse("123e4567-e89b-12d3-a456-426614174000");

    [Theory]
    [InlineData("""{"sentMessages":[{"id":"461230966842064897","quoteToken":"IStG5h1Tz7b"},{"id":"2"}]}""")]
    [InlineData("""{"sentMessages":[{"quoteToken":"IStG5h1Tz7b","id":461230966842064897},{"id":2,"quoteToken":null}]}""")]
    public async Task Tells_what_was_sent_whether_the_ID_is_a_text_or_a_number(string body)
    {
        var sent = await new FakeLine().Answers(HttpStatusCode.OK, body, ("X-Line-Request-Id", "r")).Client().ReplyAsync("t", Written);
        sent.RequestId.ShouldBe("r");
        sent.AlreadyAccepted.ShouldBeFalse();
        sent.SentMessages.ShouldBe([new SentMessage("461230966842064897", "IStG5h1Tz7b"), new SentMessage("2", null)]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("<html>")]
    [InlineData("""{"sentMessages":7}""")]
    [InlineData("""{"sentMessages":[{}]}""")]
    public async Task What_was_accepted_stays_accepted_when_the_answer_cannot_be_read(string body) =>
        (await new FakeLine().Answers(HttpStatusCode.OK, body).Client().PushAsync("U", Written, Key)).SentMessages.ShouldBeEmpty();

    [Fact]
    public async Task Accepted_before_under_the_same_retry_key_is_success()
    {
        var line = new FakeLine().Answers(
            HttpStatusCode.Conflict,
            """{"message":"The retry key is already accepted","sentMessages":[{"id":"1","quoteToken":"q"}]}""",
            ("X-Line-Request-Id", "second"),
            ("X-Line-Accepted-Request-Id", "first"));

        var sent = await line.Client().PushAsync("U", Written, Key);

        sent.AlreadyAccepted.ShouldBeTrue();
        sent.AcceptedRequestId.ShouldBe("first");
        sent.RequestId.ShouldBe("second");
        sent.SentMessages.ShouldHaveSingleItem().Id.ShouldBe("1");
        (await line.Client().MulticastAsync(["U"], Written, Key)).AlreadyAccepted.ShouldBeTrue();
        (await line.Client().BroadcastAsync(Written, Key)).AlreadyAccepted.ShouldBeTrue();
    }

    [Fact]
    public async Task A_409_without_a_retry_key_is_a_refusal()
    {
        var line = new FakeLine().Answers(HttpStatusCode.Conflict, "{}", ("X-Line-Accepted-Request-Id", "first"));
        var refused = await Should.ThrowAsync<LineApiException>(() => line.Client().ReplyAsync("t", Written));
        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        refused.AcceptedRequestId.ShouldBe("first");
    }

    [Fact]
    public async Task An_empty_retry_key_is_none()
    {
        var line = new FakeLine();
        await Should.ThrowAsync<ArgumentException>(() => line.Client().PushAsync("U", Written, Guid.Empty));
        line.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(400, """{"message":"Invalid reply token"}""", true, false, false)]
    [InlineData(400, """{"message":"The request body has 1 error(s)","details":[{"message":"May not be empty","property":"messages[0].text"}]}""", false, false, false)]
    [InlineData(429, """{"message":"You have reached your monthly limit."}""", false, true, false)]
    [InlineData(429, """{"message":"The API rate limit has been exceeded. Try again later."}""", false, false, true)]
    [InlineData(403, """{"message":"Access to this API is not available for your account"}""", false, false, false)]
    [InlineData(413, "<html>too large</html>", false, false, false)]
    [InlineData(500, "", false, false, true)]
    [InlineData(502, "Bad Gateway", false, false, true)]
    [InlineData(503, """["not an object"]""", false, false, true)]
    public async Task Tells_refusals_apart(int status, string body, bool isReplyToken, bool isMonthly, bool isTransient)
    {
        var line = new FakeLine().Answers((HttpStatusCode)status, body);
        var refused = await Should.ThrowAsync<LineApiException>(() => line.Client().ReplyAsync("t", Written));
        ((int)refused.StatusCode).ShouldBe(status);
        refused.IsInvalidReplyToken.ShouldBe(isReplyToken);
        refused.IsMonthlyLimit.ShouldBe(isMonthly);
        refused.IsTransient.ShouldBe(isTransient);
        refused.Operation.ShouldBe("reply");
        refused.RetryAfter.ShouldBeNull();
    }

    [Fact]
    public async Task Tells_which_property_LINE_did_not_like()
    {
        var line = new FakeLine().Answers(
            HttpStatusCode.BadRequest, """{"message":"The request body has 2 error(s)","details":[{"message":"May not be empty","property":"messages[0].text"},{"message":"Must be one of the following values: [text]"}]}""");
        var refused = await Should.ThrowAsync<LineApiException>(() => line.Client().ReplyAsync("t", Written));
        refused.Details.ShouldBe([new LineErrorDetail("May not be empty", "messages[0].text"), new LineErrorDetail("Must be one of the following values: [text]", null)]);
        refused.Message.ShouldBe("LINE answered 400 to 'reply': The request body has 2 error(s)");
    }

    [Fact]
    public async Task Waits_until_a_date_by_its_own_clock()
    {
        var clock = new FakeClock(new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero));
        var line = new FakeLine().Answers(HttpStatusCode.TooManyRequests, "{}", ("Retry-After", "Sun, 01 Nov 2026 00:01:30 GMT"));
        var client = new LineMessagingClient(line.Http(), new LineClientOptions { TimeProvider = clock }, ChannelTokenSource.Fixed("t"));

        (await Should.ThrowAsync<LineApiException>(() => client.ReplyAsync("t", Written))).RetryAfter.ShouldBe(TimeSpan.FromSeconds(90));
        clock.Advance(TimeSpan.FromMinutes(5));
        (await Should.ThrowAsync<LineApiException>(() => client.ReplyAsync("t", Written))).RetryAfter.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public async Task What_is_not_there_is_null()
    {
        var client = new FakeLine().Answers(HttpStatusCode.NotFound, """{"message":"Not found"}""").Client();
        (await client.GetProfileAsync("U")).ShouldBeNull();
        (await client.GetGroupMemberProfileAsync("C", "U")).ShouldBeNull();
        (await client.GetRoomMemberProfileAsync("R", "U")).ShouldBeNull();
        (await client.GetWebhookEndpointAsync()).ShouldBeNull();
        (await client.GetRichMenuAsync("m")).ShouldBeNull();
        (await client.GetDefaultRichMenuIdAsync()).ShouldBeNull();
        (await client.GetRichMenuIdOfUserAsync("U")).ShouldBeNull();
        (await client.GetRichMenuAliasAsync("a")).ShouldBeNull();
        (await client.GetRichMenuBatchProgressAsync("r")).ShouldBeNull();
        (await client.DownloadRichMenuImageAsync("m")).ShouldBeNull();
    }

    [Fact]
    public async Task Reads_a_profile_whatever_its_owner_wrote()
    {
        var line = new FakeLine().Answers(
            HttpStatusCode.OK, """{"displayName":"花\ud83d子","userId":"U1","later":1,"pictureUrl":"https://profile.line-scdn.net/x","statusMessage":"\ud83d\ude00","language":"en-GB"}""");
        var profile = await line.Client().GetProfileAsync("U1");
        profile.ShouldNotBeNull();
        profile.DisplayName.ShouldBe("花\uFFFD子");
        profile.StatusMessage.ShouldBe("😀");
        profile.Language.ShouldBe("en-GB");
        profile.ToString().ShouldBe("UserProfile");
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("<html>")]
    [InlineData("""{"userId":"U1"}""")]
    [InlineData("""{"userId":"U1","displayName":7}""")]
    [InlineData("""{"userId":null,"displayName":"x"}""")]
    public async Task An_answer_that_is_not_as_documented_is_a_failure_that_does_not_quote_it(string body)
    {
        var refused = await Should.ThrowAsync<LineApiException>(() => new FakeLine().Answers(HttpStatusCode.OK, body).Client().GetProfileAsync("U1"));
        refused.StatusCode.ShouldBe(HttpStatusCode.OK);
        refused.InnerException.ShouldBeNull();
    }

    [Fact]
    public async Task Content_is_read_as_it_arrives()
    {
        var line = new FakeLine().Answers(_ =>
        {
            var answer = new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent("picture"u8.ToArray()) };
            answer.Content.Headers.ContentType = new("image/jpeg");
            return answer;
        });
        using var content = await line.Client().GetContentAsync("1");
        content.State.ShouldBe(ContentState.Ready);
        content.MediaType.ShouldBe("image/jpeg");
        content.Length.ShouldBe(7);
        using var reader = new StreamReader(content.Bytes!, Encoding.UTF8);
        (await reader.ReadToEndAsync()).ShouldBe("picture");
    }

    [Theory]
    [InlineData(202, ContentState.Preparing)]
    [InlineData(404, ContentState.NotFound)]
    [InlineData(410, ContentState.Gone)]
    public async Task Content_that_is_not_there_has_a_reason(int status, ContentState expected)
    {
        var client = new FakeLine().Answers((HttpStatusCode)status).Client();
        using var content = await client.GetContentAsync("1");
        content.State.ShouldBe(expected);
        content.Bytes.ShouldBeNull();
        content.MediaType.ShouldBeNull();
        (await client.GetContentStateAsync("1")).ShouldBe(expected);
    }

    [Theory]
    [InlineData("processing", ContentState.Preparing)]
    [InlineData("succeeded", ContentState.Ready)]
    [InlineData("failed", ContentState.Failed)]
    [InlineData("pondering", ContentState.Preparing)]
    public async Task Tells_how_far_LINE_is_with_a_video(string status, ContentState expected) =>
        (await new FakeLine().Answers(HttpStatusCode.OK, $$"""{"status":"{{status}}"}""").Client().GetContentStateAsync("1")).ShouldBe(expected);
}
