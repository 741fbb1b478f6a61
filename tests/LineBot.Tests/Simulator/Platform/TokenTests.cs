using System.Text.Json;

namespace LineBot.Tests.Simulator.Platform;

public sealed class TokenTests : IAsyncLifetime
{
    private const string Bearer = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private PlatformTalk _line = null!;
    private AssertionKey _key = null!;

    public async Task InitializeAsync()
    {
        _line = await PlatformTalk.StartAsync();
        _key = new AssertionKey(_line.Platform);
    }

    public async Task DisposeAsync()
    {
        _key.Dispose();
        await _line.DisposeAsync();
    }

    [Theory]
    [InlineData(30 * 24 * 3600 - 1, 200)]
    [InlineData(30 * 24 * 3600, 401)]
    public async Task A_short_lived_token_is_good_for_thirty_days(int seconds, int expected)
    {
        var issued = await ShortLivedAsync().JsonAsync();
        issued.GetProperty("expires_in").GetInt32().ShouldBe(2_592_000);

        _line.Clock.Turn(TimeSpan.FromSeconds(seconds));

        (await CallAsync(issued).StatusAsync()).ShouldBe(expected);
    }

    [Fact]
    public async Task The_31st_short_lived_token_costs_the_oldest_its_life()
    {
        List<JsonElement> issued = [];
        for (var i = 0; i < 30; i++)
            issued.Add(await ShortLivedAsync().JsonAsync());
        (await CallAsync(issued[0]).StatusAsync()).ShouldBe(200);

        var newest = await ShortLivedAsync().JsonAsync();

        (await CallAsync(issued[0]).StatusAsync()).ShouldBe(401);
        (await CallAsync(issued[1]).StatusAsync()).ShouldBe(200);
        (await CallAsync(newest).StatusAsync()).ShouldBe(200);
    }

    [Theory]
    [InlineData("client_id", "invalid client_id")]
    [InlineData("client_secret", "invalid client_secret")]
    public async Task No_short_lived_token_for_another_channel(string wrong, string reason)
    {
        var form = Client();
        form[wrong] = "wrong";

        var answer = await PostAsync("/v2/oauth/accessToken", form);

        ((int)answer.StatusCode).ShouldBe(400);
        (await answer.Content.ReadAsStringAsync()).ShouldBe($$"""{"error":"invalid_client","error_description":"{{reason}}"}""");
    }

    [Fact]
    public async Task Tells_how_long_a_short_lived_token_still_lives_until_it_is_revoked()
    {
        var issued = await ShortLivedAsync().JsonAsync();
        _line.Clock.Turn(TimeSpan.FromSeconds(41));

        var verified = await TokenAsync("/v2/oauth/verify", Text(issued)).JsonAsync();
        verified.GetProperty("client_id").GetString().ShouldBe(_line.Platform.Channel.Id);
        verified.GetProperty("expires_in").GetInt32().ShouldBe(2_592_000 - 41);

        var revoked = await TokenAsync("/v2/oauth/revoke", Text(issued));
        ((int)revoked.StatusCode, await revoked.Content.ReadAsStringAsync()).ShouldBe((200, ""));
        (await CallAsync(issued).StatusAsync()).ShouldBe(401);
        (await TokenAsync("/v2/oauth/verify", Text(issued)).JsonAsync()).GetProperty("error_description").GetString().ShouldBe("access_token invalid");
        (await TokenAsync("/v2/oauth/revoke", Text(issued)).StatusAsync()).ShouldBe(200, "to revoke what is none is no error");
    }

    [Fact]
    public async Task The_long_lived_token_ends_by_being_revoked_alone()
    {
        (await TokenAsync("/v2/oauth/verify", _line.Platform.Channel.AccessToken).JsonAsync()).GetProperty("expires_in").GetInt64().ShouldBeGreaterThan(3_000_000_000);

        await TokenAsync("/v2/oauth/revoke", _line.Platform.Channel.AccessToken);

        (await _line.Http.GetAsync("/v2/bot/info").StatusAsync()).ShouldBe(401);
    }

    [Fact]
    public async Task What_cannot_be_a_token_is_in_the_wrong_format()
    {
        (await TokenAsync("/v2/oauth/verify", "not a token").JsonAsync()).GetProperty("error_description").GetString().ShouldBe("access_token in invalid format");
        (await TokenAsync("/v2/oauth/revoke", "").StatusAsync()).ShouldBe(400);
    }

    [Theory]
    [InlineData(1, 400)]
    [InlineData(0, 200)]
    public async Task A_keyed_token_lives_as_long_as_its_assertion_asks(int secondsPast, int expected)
    {
        var issued = await KeyedAsync(_key.Sign(AssertionKey.Claims(_line.Platform, tokenSeconds: 3600))).JsonAsync();
        issued.GetProperty("expires_in").GetInt32().ShouldBe(3600);
        (await CallAsync(issued).StatusAsync()).ShouldBe(200);

        _line.Clock.Turn(TimeSpan.FromSeconds(3599 + secondsPast));

        (await _line.Http.GetAsync($"/oauth2/v2.1/verify?access_token={Text(issued)}").StatusAsync()).ShouldBe(expected);
        (await CallAsync(issued).StatusAsync()).ShouldBe(expected == 200 ? 200 : 401);
    }

    [Fact]
    public async Task Lists_the_keyed_tokens_that_live_and_revokes_one()
    {
        var kept = await KeyedAsync(RightAssertion()).JsonAsync();
        var revoked = await KeyedAsync(RightAssertion()).JsonAsync();

        (await PostAsync("/oauth2/v2.1/revoke", Client(("access_token", Text(revoked)))).StatusAsync()).ShouldBe(200);

        var kids = await _line.Http.GetAsync($"/oauth2/v2.1/tokens/kid?client_assertion_type={Uri.EscapeDataString(Bearer)}&client_assertion={RightAssertion()}").JsonAsync();
        kids.GetProperty("kids").EnumerateArray().Select(kid => kid.GetString()).ShouldBe([kept.GetProperty("key_id").GetString()]);
        (await CallAsync(revoked).StatusAsync()).ShouldBe(401);
        (await CallAsync(kept).StatusAsync()).ShouldBe(200);
    }

    [Fact]
    public async Task Thirty_keyed_tokens_and_no_more_until_one_ends()
    {
        var brief = _key.Sign(AssertionKey.Claims(_line.Platform, tokenSeconds: 60));
        for (var i = 0; i < 30; i++)
            (await KeyedAsync(brief).StatusAsync()).ShouldBe(200);

        var refused = await KeyedAsync(RightAssertion());

        ((int)refused.StatusCode).ShouldBe(400);
        (await refused.Content.ReadAsStringAsync()).ShouldBe("""{"message":"The maximum number of access tokens has already been issued"}""");
        _line.Clock.Turn(TimeSpan.FromSeconds(60));
        (await KeyedAsync(RightAssertion()).StatusAsync()).ShouldBe(200);
    }

    [Theory]
    [InlineData("iss", "2000000009", "iss and clientId of key do not match")]
    [InlineData("sub", "2000000009", "iss and clientId of key do not match")]
    [InlineData("aud", "https://example.com/", "Invalid aud")]
    [InlineData("exp", 0, "Invalid exp")]
    [InlineData("exp", "soon", "Invalid exp")]
    [InlineData("token_exp", 2_592_001, "Invalid token_exp")]
    [InlineData("token_exp", 0, "Invalid token_exp")]
    public async Task An_assertion_that_says_something_wrong_is_refused(string claim, object value, string reason)
    {
        var claims = AssertionKey.Claims(_line.Platform);
        claims[claim] = value;

        (await KeyedAsync(_key.Sign(claims)).JsonAsync()).GetProperty("error_description").GetString().ShouldBe(reason);
    }

    [Theory]
    [InlineData(30 * 60, 200)]
    [InlineData(30 * 60 + 1, 400)]
    public async Task An_assertion_lasts_half_an_hour_at_most(int seconds, int expected)
    {
        var claims = AssertionKey.Claims(_line.Platform);
        claims["exp"] = _line.Clock.GetUtcNow().AddSeconds(seconds).ToUnixTimeSeconds();

        (await KeyedAsync(_key.Sign(claims)).StatusAsync()).ShouldBe(expected);
    }

    [Fact]
    public async Task An_assertion_is_signed_with_a_key_that_the_channel_registered()
    {
        using var another = new AssertionKey(_line.Platform);
        var claims = AssertionKey.Claims(_line.Platform);

        (await KeyedAsync(_key.Sign(claims, keyId: "unknown")).StatusAsync()).ShouldBe(404);
        (await KeyedAsync(_key.Sign(claims, keyId: another.Id)).JsonAsync()).GetProperty("error_description").GetString().ShouldBe("Invalid signature");
        (await KeyedAsync(_key.Sign(claims, algorithm: "none")).JsonAsync()).GetProperty("error_description").GetString().ShouldBe("Invalid alg");
        (await KeyedAsync("a.b.c").JsonAsync()).GetProperty("error_description").GetString().ShouldBe("Invalid JWT");
    }

    [Fact]
    public async Task An_assertion_is_good_for_a_stateless_token_too()
    {
        var claims = AssertionKey.Claims(_line.Platform);
        claims.Remove("token_exp");

        var issued = await PostAsync("/oauth2/v3/token", Asserted(_key.Sign(claims))).JsonAsync();

        issued.GetProperty("expires_in").GetInt32().ShouldBe(900);
        (await CallAsync(issued).StatusAsync()).ShouldBe(200);
        (await TokenAsync("/v2/oauth/revoke", Text(issued)).StatusAsync()).ShouldBe(400, "it has another format, and nothing revokes it");
        (await CallAsync(issued).StatusAsync()).ShouldBe(200);
    }

    [Fact]
    public async Task A_form_is_wanted()
    {
        var answer = await _line.PostAsync("/v2/oauth/accessToken", new System.Text.Json.Nodes.JsonObject());

        ((int)answer.StatusCode).ShouldBe(400);
        (await Task.FromResult(answer).JsonAsync()).GetProperty("error").GetString().ShouldBe("invalid_request");
    }

    private string RightAssertion() => _key.Sign(AssertionKey.Claims(_line.Platform));

    private static string Text(JsonElement issued) => issued.GetProperty("access_token").GetString()!;

    private Dictionary<string, string> Client(params (string Name, string Value)[] more)
    {
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials", ["client_id"] = _line.Platform.Channel.Id, ["client_secret"] = _line.Platform.Channel.Secret,
        };
        foreach (var (name, value) in more)
            form[name] = value;
        return form;
    }

    private static Dictionary<string, string> Asserted(string assertion) => new()
    {
        ["grant_type"] = "client_credentials", ["client_assertion_type"] = Bearer, ["client_assertion"] = assertion,
    };

    private Task<HttpResponseMessage> ShortLivedAsync() => PostAsync("/v2/oauth/accessToken", Client());

    private Task<HttpResponseMessage> KeyedAsync(string assertion) => PostAsync("/oauth2/v2.1/token", Asserted(assertion));

    private Task<HttpResponseMessage> TokenAsync(string path, string token) => PostAsync(path, new() { ["access_token"] = token });

    private Task<HttpResponseMessage> PostAsync(string path, Dictionary<string, string> form) => _line.Http.PostAsync(path, new FormUrlEncodedContent(form));

    private Task<HttpResponseMessage> CallAsync(JsonElement issued)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/v2/bot/info");
        request.Headers.Authorization = new("Bearer", Text(issued));
        return _line.Http.SendAsync(request);
    }
}
