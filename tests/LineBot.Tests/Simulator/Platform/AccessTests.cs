using System.Net.Http.Headers;
using LineBot.Simulator.Platform;

namespace LineBot.Tests.Simulator.Platform;

public sealed class AccessTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("Basic abc")]
    [InlineData("Bearer wrong")]
    public async Task Refuses_who_has_no_token_of_the_channel(string? authorization)
    {
        await using var line = await PlatformTalk.StartAsync();
        line.Http.DefaultRequestHeaders.Authorization = authorization is null ? null : AuthenticationHeaderValue.Parse(authorization);

        var answer = await line.Http.GetAsync("/v2/bot/info");

        ((int)answer.StatusCode).ShouldBe(401);
        answer.Headers.Contains("x-line-request-id").ShouldBeTrue();
        (await Task.FromResult(answer).VerdictAsync()).ShouldStartWith("Authentication failed due to the following reason:");
    }

    [Fact]
    public async Task Every_answer_has_a_request_id_of_its_own()
    {
        await using var line = await PlatformTalk.StartAsync();

        var first = await line.Http.GetAsync("/v2/bot/info");
        var second = await line.Http.GetAsync("/v2/bot/nothing-there");

        var ids = new[] { first, second }.Select(answer => answer.Headers.GetValues("x-line-request-id").Single()).ToList();
        ids[0].ShouldNotBe(ids[1]);
        ((int)second.StatusCode).ShouldBe(404);
    }

    [Theory]
    [InlineData(899, 200)]
    [InlineData(900, 401)]
    public async Task A_stateless_token_is_good_for_fifteen_minutes(int seconds, int expected)
    {
        await using var line = await PlatformTalk.StartAsync();
        var issued = await IssueAsync(line, line.Platform.Channel).JsonAsync();
        issued.GetProperty("token_type").GetString().ShouldBe("Bearer");
        issued.GetProperty("expires_in").GetInt32().ShouldBe(900);
        line.Http.DefaultRequestHeaders.Authorization = new("Bearer", issued.GetProperty("access_token").GetString());

        line.Clock.Turn(TimeSpan.FromSeconds(seconds));

        (await line.Http.GetAsync("/v2/bot/info").StatusAsync()).ShouldBe(expected);
    }

    [Fact]
    public async Task No_token_for_a_wrong_secret()
    {
        await using var line = await PlatformTalk.StartAsync();

        var answer = await IssueAsync(line, line.Platform.Channel with { Secret = "wrong" });

        ((int)answer.StatusCode).ShouldBe(400);
        (await Task.FromResult(answer).JsonAsync()).GetProperty("error").GetString().ShouldBe("invalid_request");
    }

    private static Task<HttpResponseMessage> IssueAsync(PlatformTalk line, Channel channel) =>
        line.Http.PostAsync("/oauth2/v3/token", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = channel.Id,
            ["client_secret"] = channel.Secret,
        }));
}
