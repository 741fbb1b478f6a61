using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Web;
using Line.Messaging.Tests.Client;
using Line.Messaging.Tests.OpenApi;

namespace Line.Messaging.Tests.Tokens;

public sealed class ChannelTokenClientTests : IDisposable
{
    private const string Issued = """{"access_token":"eyJhbGciOiJIUz","expires_in":2592000,"token_type":"Bearer","key_id":"sDTOzw5wIfxxxxPEzcmeQA"}""";

    private readonly FakeClock _clock = new(new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly RSA _rsa = RSA.Create(2048);
    private readonly ChannelAssertionKey _key;

    public ChannelTokenClientTests() => _key = new ChannelAssertionKey("1234567890", "kid-1", _rsa, _clock);

    public void Dispose() => _rsa.Dispose();

    [OpenApiFact]
    public async Task Asks_as_LINE_publishes_it()
    {
        await AsPublished(Issued, client => client.IssueStatelessAsync("1234567890", "se cret&+"));
        await AsPublished(Issued, client => client.IssueStatelessAsync(_key));
        await AsPublished(Issued, client => client.IssueAsync(_key, TimeSpan.FromDays(30)));
        await AsPublished("""{"client_id":"1234567890","expires_in":2591659,"scope":"profile chat_message.write"}""", client => client.VerifyAsync("eyJ+/="));
        await AsPublished("""{"client_id":"1234567890","expires_in":2591659,"scope":"profile chat_message.write"}""", client => client.VerifyLongLivedAsync("a+/="));
        await AsPublished("""{"kids":["a","b"]}""", client => client.GetKeyIdsAsync(_key));
        await AsPublished("", client => client.RevokeAsync("1234567890", "secret", "eyJ+/="));
    }

    [Fact]
    public async Task Reads_what_was_issued_and_never_shows_it()
    {
        var token = await Client(Issued).IssueAsync(_key, TimeSpan.FromDays(30));
        token.ShouldBe(new ChannelToken("eyJhbGciOiJIUz", TimeSpan.FromDays(30), "sDTOzw5wIfxxxxPEzcmeQA"));
        token.ToString().ShouldBe("ChannelToken");
        (await Client("""{"client_id":"1","expires_in":60}""").VerifyAsync("x")).ShouldBe(new ChannelTokenInfo("1", TimeSpan.FromMinutes(1)));
        (await Client("""{"client_id":"1","expires_in":3153600000}""").VerifyLongLivedAsync("x")).ExpiresIn.ShouldBe(TimeSpan.FromDays(36_500));
        (await Client("""{"kids":["a","b"]}""").GetKeyIdsAsync(_key)).ShouldBe(["a", "b"]);
    }

    [Fact]
    public async Task Sends_secrets_so_that_they_arrive()
    {
        var line = new FakeLine().Answers(HttpStatusCode.OK, Issued);
        await new ChannelTokenClient(line.Http(), new LineClientOptions()).IssueStatelessAsync("1234567890", "se cret&+=ü");
        HttpUtility.ParseQueryString(line.Request.Text)["client_secret"].ShouldBe("se cret&+=ü");
        line.Request.Header("Authorization").ShouldBeNull();
    }

    [Fact]
    public async Task A_refusal_tells_the_reason_and_no_secret()
    {
        var line = new FakeLine().Answers(HttpStatusCode.BadRequest, """{"error":"invalid_client","error_description":"Invalid client secret"}""");
        var refused = await Should.ThrowAsync<LineApiException>(
            () => new ChannelTokenClient(line.Http(), new LineClientOptions()).IssueStatelessAsync("1234567890", "topsecret"));
        refused.LineMessage.ShouldBe("Invalid client secret");
        refused.ToString().ShouldNotContain("topsecret");
    }

    [Fact]
    public void Signs_an_assertion_as_LINE_asks_for_it()
    {
        var parts = _key.Sign(TimeSpan.FromDays(30)).Split('.');
        parts.Length.ShouldBe(3);
        _rsa.VerifyData(
            Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .ShouldBeTrue();

        Decode(parts[0]).ShouldBe("""{"alg":"RS256","typ":"JWT","kid":"kid-1"}""");
        var claims = JsonDocument.Parse(Decode(parts[1])).RootElement;
        claims.GetProperty("iss").GetString().ShouldBe("1234567890");
        claims.GetProperty("sub").GetString().ShouldBe("1234567890");
        claims.GetProperty("aud").GetString().ShouldBe("https://api.line.me/");
        claims.GetProperty("token_exp").GetInt64().ShouldBe(2_592_000);
        // LINE takes assertions that end within 30 minutes.
        (claims.GetProperty("exp").GetInt64() - _clock.GetUtcNow().ToUnixTimeSeconds()).ShouldBeInRange(60, 1800);
        JsonDocument.Parse(Decode(_key.Sign().Split('.')[1])).RootElement.TryGetProperty("token_exp", out _).ShouldBeFalse();
    }

    [Fact]
    public void Asks_for_tokens_of_up_to_30_days()
    {
        _key.Sign(TimeSpan.FromSeconds(1)).ShouldNotBeEmpty();
        Should.Throw<ArgumentOutOfRangeException>(() => _key.Sign(TimeSpan.Zero));
        Should.Throw<ArgumentOutOfRangeException>(() => _key.Sign(TimeSpan.FromDays(30) + TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task Keyed_tokens_feed_the_client()
    {
        var issuer = new FakeLine().Answers(HttpStatusCode.OK, Issued);
        var client = new ChannelTokenClient(issuer.Http(), new LineClientOptions { TimeProvider = _clock });
        var line = new FakeLine();
        await line.Client(ChannelTokenSource.Keyed(client, _key, TimeSpan.FromDays(30))).LeaveGroupAsync("C1");
        await line.Client(ChannelTokenSource.Stateless(client, _key)).LeaveGroupAsync("C1");
        line.Requests.ShouldAllBe(request => request.Header("Authorization") == "Bearer eyJhbGciOiJIUz");
        issuer.Requests.Select(request => request.Address.AbsolutePath).ShouldBe(["/oauth2/v2.1/token", "/oauth2/v3/token"]);
    }

    private static async Task AsPublished(string answer, Func<ChannelTokenClient, Task> call)
    {
        var line = new FakeLine().Answers(HttpStatusCode.OK, answer);
        await call(new ChannelTokenClient(line.Http(), new LineClientOptions()));
        RequestCheck.FaultsOf(line.Request, LineOpenApi.Tokens).ShouldBeEmpty();
    }

    private static ChannelTokenClient Client(string answer) =>
        new(new FakeLine().Answers(HttpStatusCode.OK, answer).Http(), new LineClientOptions());

    private static string Decode(string part) => Encoding.UTF8.GetString(Base64Url.DecodeFromChars(part));
}
