using System.Net;
using Line.Messaging.Tests.Client;

namespace Line.Messaging.Tests.Tokens;

public sealed class RenewingTokenSourceTests
{
    private static readonly byte[] Written = MessageBatch.Serialize([new TextMessage("a")]);

    private readonly FakeClock _clock = new(new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly FakeLine _issuer = new();
    private readonly ChannelTokenSource _tokens;
    private int _issued;
    private HttpStatusCode _issues = HttpStatusCode.OK;

    public RenewingTokenSourceTests()
    {
        _issuer.Answers(_ => _issues == HttpStatusCode.OK
            ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent($$"""{"token_type":"Bearer","access_token":"token-{{++_issued}}","expires_in":900}""") }
            : new HttpResponseMessage(_issues) { Content = new StringContent("""{"error":"temporarily_unavailable"}""") });
        _tokens = ChannelTokenSource.Stateless(
            new ChannelTokenClient(_issuer.Http(), new LineClientOptions { TimeProvider = _clock }), "1234567890", "secret");
    }

    [Fact]
    public async Task Keeps_a_token_and_renews_it_before_its_15_minutes_are_over()
    {
        (await Token()).ShouldBe("token-1");
        _clock.Advance(TimeSpan.FromMinutes(12) - TimeSpan.FromSeconds(1));
        (await Token()).ShouldBe("token-1");
        _clock.Advance(TimeSpan.FromSeconds(1));
        (await Token()).ShouldBe("token-2");
        _issuer.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Asks_once_for_many_who_wait()
    {
        var answer = new TaskCompletionSource();
        var source = new RenewingTokenSource(
            async _ =>
            {
                Interlocked.Increment(ref _issued);
                await answer.Task;
                return new ChannelToken("token", TimeSpan.FromMinutes(15));
            },
            _clock);

        var waiting = Enumerable.Range(0, 100).Select(_ => source.GetAsync(CancellationToken.None).AsTask()).ToArray();
        answer.SetResult();

        (await Task.WhenAll(waiting)).ShouldAllBe(token => token == "token");
        _issued.ShouldBe(1);
    }

    [Fact]
    public async Task One_who_gives_up_does_not_take_the_others_along()
    {
        var answer = new TaskCompletionSource();
        var source = new RenewingTokenSource(
            async _ =>
            {
                await answer.Task;
                return new ChannelToken("token", TimeSpan.FromMinutes(15));
            },
            _clock);
        using var impatience = new CancellationTokenSource();

        var impatient = source.GetAsync(impatience.Token).AsTask();
        var patient = source.GetAsync(CancellationToken.None).AsTask();
        await impatience.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => impatient);
        answer.SetResult();

        (await patient).ShouldBe("token");
    }

    [Fact]
    public async Task Goes_on_with_a_token_that_is_still_good_and_asks_again_after_a_pause()
    {
        await Token();
        _issues = HttpStatusCode.ServiceUnavailable;
        _clock.Advance(TimeSpan.FromMinutes(13));
        (await Token()).ShouldBe("token-1");
        (await Token()).ShouldBe("token-1");
        _issuer.Requests.Count.ShouldBe(2);

        _clock.Advance(TimeSpan.FromSeconds(10));
        (await Token()).ShouldBe("token-1");
        _issuer.Requests.Count.ShouldBe(3);

        _issues = HttpStatusCode.OK;
        _clock.Advance(TimeSpan.FromSeconds(10));
        (await Token()).ShouldBe("token-2");
    }

    [Fact]
    public async Task Fails_when_there_is_no_good_token_left_and_recovers_at_once()
    {
        await Token();
        _clock.Advance(TimeSpan.FromMinutes(15));
        _issues = HttpStatusCode.ServiceUnavailable;
        (await Should.ThrowAsync<LineApiException>(Token)).LineMessage.ShouldBe("temporarily_unavailable");
        _issues = HttpStatusCode.OK;
        (await Token()).ShouldBe("token-2");
    }

    [Fact]
    public async Task A_401_renews_the_token_and_tries_once_more()
    {
        var line = new FakeLine().Answers(HttpStatusCode.Unauthorized).Answers(HttpStatusCode.OK);
        await line.Client(_tokens).PushAsync("U", Written, Guid.NewGuid());
        line.Requests.Select(request => request.Header("Authorization")).ShouldBe(["Bearer token-1", "Bearer token-2"]);
        line.Requests[1].Text.ShouldBe(line.Requests[0].Text);
        line.Requests[1].Header("X-Line-Retry-Key").ShouldBe(line.Requests[0].Header("X-Line-Retry-Key"));
    }

    [Fact]
    public async Task A_second_401_stands()
    {
        var line = new FakeLine().Answers(HttpStatusCode.Unauthorized, """{"message":"Authentication failed"}""");
        var refused = await Should.ThrowAsync<LineApiException>(() => line.Client(_tokens).ReplyAsync("t", Written));
        refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        line.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_401_for_a_token_that_was_renewed_meanwhile_renews_nothing()
    {
        await Token();
        (await _tokens.RenewAsync("token-1", CancellationToken.None)).ShouldBe("token-2");
        (await _tokens.RenewAsync("token-1", CancellationToken.None)).ShouldBe("token-2");
        _issuer.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_failure_to_get_a_token_is_not_taken_for_a_failure_of_the_call()
    {
        var line = new FakeLine();
        _issues = HttpStatusCode.BadRequest;
        var none = await Should.ThrowAsync<ChannelTokenException>(() => line.Client(_tokens).ReplyAsync("t", Written));
        none.InnerException.ShouldBeOfType<LineApiException>().StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        none.ToString().ShouldNotContain("secret");
        line.Requests.ShouldBeEmpty();

        var lost = ChannelTokenSource.Stateless(
            new ChannelTokenClient(new FakeLine().Answers(_ => throw new HttpRequestException("lost")).Http(), new LineClientOptions()), "1", "s");
        (await Should.ThrowAsync<ChannelTokenException>(() => line.Client(lost).ReplyAsync("t", Written)))
            .InnerException.ShouldBeOfType<HttpRequestException>();
        await Should.ThrowAsync<OperationCanceledException>(() => line.Client(lost).ReplyAsync("t", Written, cancel: new CancellationToken(true)));
    }

    [Fact]
    public async Task A_fixed_token_is_not_renewed()
    {
        var line = new FakeLine().Answers(HttpStatusCode.Unauthorized);
        await Should.ThrowAsync<LineApiException>(() => line.Client().ReplyAsync("t", Written));
        line.Requests.Count.ShouldBe(1);
        Should.Throw<ArgumentException>(() => ChannelTokenSource.Fixed(" "));
    }

    private Task<string> Token() => _tokens.GetAsync(CancellationToken.None).AsTask();
}
