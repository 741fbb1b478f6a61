using System.Net;
using Line.Messaging;
using LineBot.Outbox;
using LineBot.Simulator.Platform;
using LineBot.Storage;
using LineBot.Tests.Drivers;
using LineBot.Tests.Webhook;
using Microsoft.Extensions.DependencyInjection;
using Polly.CircuitBreaker;

namespace LineBot.Tests.Outbox;

public sealed class DeliveryTests
{
    [Theory]
    [InlineData(400, "Invalid reply token", Delivery.TokenRefused)]
    [InlineData(400, "The request body has 1 error(s)", Delivery.Refused)]
    [InlineData(401, "Authentication failed", Delivery.NotTaken)]
    [InlineData(403, "Access to this API is not available for your account", Delivery.NotTaken)]
    [InlineData(413, "too large", Delivery.Refused)]
    [InlineData(429, "The API rate limit has been exceeded. Try again later.", Delivery.NotTaken)]
    [InlineData(429, "You have reached your monthly limit.", Delivery.Refused)]
    [InlineData(500, "Internal server error", Delivery.Unanswered)]
    [InlineData(503, "", Delivery.Unanswered)]
    public async Task What_LINE_says_tells_what_became_of_a_message(int status, string message, Delivery expected)
    {
        var failure = await FailureOf(() => new HttpResponseMessage((HttpStatusCode)status)
        {
            Content = new StringContent($$"""{"message":"{{message}}"}"""),
        });

        DeliveryVerdict.Of(failure).ShouldBe(expected);
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError, Delivery.NotTaken)]
    [InlineData(HttpRequestError.NameResolutionError, Delivery.NotTaken)]
    [InlineData(HttpRequestError.SecureConnectionError, Delivery.NotTaken)]
    [InlineData(HttpRequestError.ResponseEnded, Delivery.Unanswered)]
    [InlineData(HttpRequestError.Unknown, Delivery.Unanswered)]
    public async Task Where_the_connection_broke_tells_whether_LINE_can_have_the_message(HttpRequestError error, Delivery expected)
    {
        var failure = await FailureOf(() => throw new HttpRequestException(error));

        DeliveryVerdict.Of(failure).ShouldBe(expected);
    }

    [Fact]
    public async Task A_message_that_never_left_is_not_taken_and_a_late_answer_is_no_answer()
    {
        DeliveryVerdict.Of(new BrokenCircuitException()).ShouldBe(Delivery.NotTaken);
        DeliveryVerdict.Of(await FailureOf(() => throw new TaskCanceledException())).ShouldBe(Delivery.Unanswered);
    }

    [Fact]
    public async Task Without_a_token_the_answer_waits_for_one_and_is_heard_once()
    {
        await using var line = await new ScriptedHandler().StartAsync(settings: ("Line:ChannelAccessToken", ""));
        line.Platform.Faults.Add(ApiFault.FailBefore, path: "/oauth2/v3/token", times: 2);
        var phone = line.Phone("はな");

        (await phone.AskAsync("one")).Text.ShouldBe("heard one");

        await phone.HearsNothingAsync();
    }

    [Fact]
    public async Task What_a_restored_store_counts_again_is_a_new_message_to_LINE()
    {
        await using var line = await LineTalk.StartAsync();
        var phone = line.Phone("はな");
        await phone.AskAsync("残量");
        var (database, outbox) = (line.Services.GetRequiredService<Database>(), line.Services.GetRequiredService<OutboxWriter>());

        foreach (var text in (string[])["before the loss", "after it"])
        {
            await database.WriteAsync(tx => outbox.Push(tx, phone.UserId, [new TextMessage(text)], "application:1", 0, line.Clock.GetUtcNow()));
            (await phone.NextAnswerAsync()).Text.ShouldContain(text);
            await line.SettledAsync();
            line.Clock.Turn(TimeSpan.FromSeconds(1));
        }
    }

    [Fact]
    public void The_retry_key_is_the_same_for_the_same_cause_and_another_for_any_other()
    {
        RetryKey.Of("01AAAA", 0).ShouldBe(RetryKey.Of("01AAAA", 0));
        new[] { RetryKey.Of("01AAAA", 0), RetryKey.Of("01AAAA", 1), RetryKey.Of("01AAAB", 0) }.ShouldBeUnique();
    }

    private static async Task<Exception> FailureOf(Func<HttpResponseMessage> answer)
    {
        using var http = new HttpClient(new Answering(answer));
        var client = new LineMessagingClient(http, new LineClientOptions(), ChannelTokenSource.Fixed("token"));
        return await Should.ThrowAsync<Exception>(client.ReplyAsync("token", new Message[] { new TextMessage("hello") }));
    }

    private sealed class Answering(Func<HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(answer());
    }
}
