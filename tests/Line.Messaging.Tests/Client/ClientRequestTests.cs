using System.Net;
using System.Reflection;
using System.Text.Json;
using Line.Messaging.Tests.OpenApi;

namespace Line.Messaging.Tests.Client;

public sealed class ClientRequestTests
{
    [OpenApiTheory]
    [MemberData(nameof(ClientCalls.Names), MemberType = typeof(ClientCalls))]
    public async Task Asks_as_LINE_publishes_it(string name)
    {
        var (call, answer) = ClientCalls.All[name];
        var line = new FakeLine().Answers(HttpStatusCode.OK, answer);

        await call(line.Client());

        RequestCheck.FaultsOf(line.Request, LineOpenApi.Messaging).ShouldBeEmpty();
        line.Request.Header("Authorization").ShouldBe("Bearer fixed-token");
    }

    [Fact]
    public void Every_call_of_the_client_is_among_them()
    {
        var calls = typeof(LineMessagingClient).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => method.ReturnType.IsAssignableTo(typeof(Task)))
            .Select(method => method.Name);
        calls.Except(ClientCalls.All.Keys.Select(name => name.Split(' ')[0])).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(ClientCalls.Names), MemberType = typeof(ClientCalls))]
    public async Task Can_be_cancelled(string name)
    {
        var line = new FakeLine().Answers(_ => throw new TaskCanceledException());
        await Should.ThrowAsync<TaskCanceledException>(() => ClientCalls.All[name].Call(line.Client()));
    }

    [Theory]
    [MemberData(nameof(ClientCalls.Names), MemberType = typeof(ClientCalls))]
    public async Task Passes_a_lost_connection_through(string name)
    {
        var line = new FakeLine().Answers(_ => throw new HttpRequestException("lost"));
        await Should.ThrowAsync<HttpRequestException>(() => ClientCalls.All[name].Call(line.Client()));
        line.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(ClientCalls.Names), MemberType = typeof(ClientCalls))]
    public async Task Every_refusal_is_one_kind_of_exception_that_names_nobody(string name)
    {
        var line = new FakeLine().Answers(
            HttpStatusCode.InternalServerError,
            """{"message":"Sorry, U4af4980629f7a2b1c3d4e5f60718293a","details":[{"message":"m","property":"p"}]}""",
            ("X-Line-Request-Id", "request-1"),
            ("Retry-After", "7"));

        var refused = await Should.ThrowAsync<LineApiException>(() => ClientCalls.All[name].Call(line.Client()));

        refused.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        refused.IsTransient.ShouldBeTrue();
        refused.RequestId.ShouldBe("request-1");
        refused.RetryAfter.ShouldBe(TimeSpan.FromSeconds(7));
        refused.Details.ShouldBe([new LineErrorDetail("m", "p")]);
        refused.ToString().ShouldNotContain("4af4980629");
        refused.ToString().ShouldNotContain("fixed-token");
        refused.ToString().ShouldNotContain("こんにちは");
    }

    [Fact]
    public async Task Sends_messages_that_were_written_before_as_they_are()
    {
        var written = """[ {"type":"text","text":"残量","later":[1] } ]"""u8.ToArray();
        var line = new FakeLine();
        await line.Client().ReplyAsync("token", written);
        line.Request.Text.ShouldBe("""{"replyToken":"token","messages":[ {"type":"text","text":"残量","later":[1] } ]}""");

        var push = new FakeLine();
        await push.Client().PushAsync("U\"1", written, Guid.Parse("123e4567-e89b-12d3-a456-426614174000"));
        push.Request.Text.ShouldBe("""{"to":"U\"1","messages":[ {"type":"text","text":"残量","later":[1] } ]}""");
        push.Request.Header("X-Line-Retry-Key").ShouldBe("123e4567-e89b-12d3-a456-426614174000");
    }

    [Fact]
    public async Task Checks_messages_before_sending_them()
    {
        var line = new FakeLine();
        await Should.ThrowAsync<MessageLimitException>(() => line.Client().ReplyAsync("token", [new TextMessage("")]));
        await Should.ThrowAsync<MessageLimitException>(() => line.Client().PushAsync("U", (IReadOnlyList<Message>)[], Guid.NewGuid()));
        await Should.ThrowAsync<MessageLimitException>(() => line.Client().CreateRichMenuAsync(
            new RichMenu(new RichMenuSize(800, 800), true, "n", "c", [])));
        line.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Goes_where_the_configuration_says()
    {
        var line = new FakeLine().Answers(HttpStatusCode.NotFound);
        var options = new LineClientOptions
        {
            ApiBaseUrl = new Uri("http://127.0.0.1:5001/api/"),
            DataApiBaseUrl = new Uri("http://127.0.0.1:5002"),
            AccessBaseUrl = new Uri("http://127.0.0.1:5003/"),
        };
        var client = new LineMessagingClient(line.Http(), options, ChannelTokenSource.Fixed("t"));

        await client.GetProfileAsync("U1");
        (await client.GetContentAsync("1")).Dispose();

        line.Requests.Select(request => request.Address.AbsoluteUri).ShouldBe(
            ["http://127.0.0.1:5001/api/v2/bot/profile/U1", "http://127.0.0.1:5002/v2/bot/message/1/content"]);
        client.AccountLinkUrl("a b", "0123456789+/=").AbsoluteUri.ShouldBe(
            "http://127.0.0.1:5003/dialog/bot/accountLink?linkToken=a%20b&nonce=0123456789%2B%2F%3D");
    }

    [Theory]
    [InlineData("../info")]
    [InlineData("U1/richmenu")]
    [InlineData("U1?x=y")]
    [InlineData("U1#x")]
    public async Task An_odd_ID_stays_one_part_of_the_path(string userId)
    {
        var line = new FakeLine().Answers(HttpStatusCode.NotFound);
        await line.Client().GetProfileAsync(userId);
        line.Request.Address.PathAndQuery.ShouldBe("/v2/bot/profile/" + Uri.EscapeDataString(userId));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(null)]
    public async Task No_ID_is_no_request(string? id)
    {
        var line = new FakeLine();
        var client = line.Client();
        await Should.ThrowAsync<ArgumentException>(() => client.GetProfileAsync(id!));
        await Should.ThrowAsync<ArgumentException>(() => client.UnlinkRichMenuAsync(id!));
        await Should.ThrowAsync<ArgumentException>(() => client.DeleteRichMenuAsync(id!));
        await Should.ThrowAsync<ArgumentException>(() => client.LinkRichMenuAsync("U1", id!));
        line.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    [InlineData(7, false)]
    [InlineData(60, true)]
    [InlineData(65, false)]
    public async Task Shows_loading_for_5_to_60_seconds_in_steps_of_5(int seconds, bool taken)
    {
        var line = new FakeLine();
        if (!taken)
            await Should.ThrowAsync<ArgumentOutOfRangeException>(() => line.Client().ShowLoadingAsync("U1", seconds));
        else
            await line.Client().ShowLoadingAsync("U1", seconds);
        line.Requests.Count.ShouldBe(taken ? 1 : 0);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(500, true)]
    [InlineData(501, false)]
    public async Task Multicasts_to_1_to_500_users(int users, bool taken)
    {
        var line = new FakeLine();
        string[] to = [.. Enumerable.Range(0, users).Select(i => $"U{i}")];
        var written = MessageBatch.Serialize([new TextMessage("a")]);
        if (!taken)
        {
            await Should.ThrowAsync<ArgumentOutOfRangeException>(() => line.Client().MulticastAsync(to, written, Guid.NewGuid()));
            await Should.ThrowAsync<ArgumentOutOfRangeException>(() => line.Client().LinkRichMenuToManyAsync("m", to));
            await Should.ThrowAsync<ArgumentOutOfRangeException>(() => line.Client().UnlinkRichMenuFromManyAsync(to));
            line.Requests.ShouldBeEmpty();
            return;
        }
        await line.Client().MulticastAsync(to, written, Guid.NewGuid());
        JsonDocument.Parse(line.Request.Body).RootElement.GetProperty("to").GetArrayLength().ShouldBe(users);
    }

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, true)]
    [InlineData(255, true)]
    [InlineData(256, false)]
    public void Takes_a_nonce_of_10_to_255_characters(int length, bool taken)
    {
        Uri Link() => new FakeLine().Client().AccountLinkUrl("token", new string('n', length));
        if (taken)
            Link().Query.ShouldEndWith(new string('n', length));
        else
            Should.Throw<ArgumentException>(Link);
    }
}
