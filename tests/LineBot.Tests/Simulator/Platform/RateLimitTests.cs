using System.Text.Json.Nodes;
using LineBot.Simulator.Platform;
using LineBot.Tests.Drivers;

namespace LineBot.Tests.Simulator.Platform;

public sealed class RateLimitTests
{
    [Fact]
    public async Task Sixty_broadcasts_an_hour_and_one_more_a_minute_later()
    {
        await using var line = await PlatformTalk.StartAsync();
        for (var i = 0; i < 60; i++)
            (await BroadcastAsync(line).StatusAsync()).ShouldBe(200);

        var refused = await BroadcastAsync(line);

        ((int)refused.StatusCode).ShouldBe(429);
        (await refused.Content.ReadAsStringAsync()).ShouldBe("""{"message":"The API rate limit has been exceeded. Try again later."}""");
        refused.Headers.Contains("x-line-request-id").ShouldBeTrue();
        line.Clock.Turn(TimeSpan.FromMinutes(1));
        (await BroadcastAsync(line).StatusAsync()).ShouldBe(200);
        (await BroadcastAsync(line).StatusAsync()).ShouldBe(429);
        line.Phone.Talk.Count.ShouldBe(61, "what was refused was not sent");
    }

    [Fact]
    public async Task Each_endpoint_and_each_method_has_a_count_of_its_own()
    {
        await using var line = await PlatformTalk.StartAsync();
        for (var i = 0; i < 60; i++)
            await BroadcastAsync(line);

        (await line.PushAsync(null).StatusAsync()).ShouldBe(200);
        (await line.Http.GetAsync("/v2/bot/message/quota").StatusAsync()).ShouldBe(200);
    }

    [Fact]
    public async Task Who_has_no_token_uses_up_nobodys_rate()
    {
        await using var line = await PlatformTalk.StartAsync();
        var token = line.Http.DefaultRequestHeaders.Authorization;
        line.Http.DefaultRequestHeaders.Authorization = null;
        for (var i = 0; i < 61; i++)
            (await BroadcastAsync(line).StatusAsync()).ShouldBe(401);

        line.Http.DefaultRequestHeaders.Authorization = token;

        (await BroadcastAsync(line).StatusAsync()).ShouldBe(200);
    }

    [Theory]
    [InlineData(2000, false)]
    [InlineData(2001, true)]
    public void Every_other_endpoint_takes_two_thousand_a_second(int calls, bool isRefused) =>
        IsRefused(calls, "POST", "/v2/bot/message/push").ShouldBe(isRefused);

    [Theory]
    [MemberData(nameof(Rates))]
    public void Each_rate_holds_on_both_sides(string method, string path, int count)
    {
        IsRefused(count, method, path).ShouldBeFalse();
        IsRefused(count + 1, method, path).ShouldBeTrue();
    }

    public static TheoryData<string, string, int> Rates()
    {
        var rates = new TheoryData<string, string, int>();
        foreach (var (endpoint, rate) in RateLimits.Documented)
            rates.Add(endpoint.Split(' ')[0], endpoint.Split(' ')[1], rate.Count);
        return rates;
    }

    private static bool IsRefused(int calls, string method, string path)
    {
        using var clock = new LineBot.Simulator.Clock.TurnableClock(LineTalk.Noon, runs: false);
        var limits = new RateLimits(clock);
        try
        {
            for (var i = 0; i < calls; i++)
                limits.Count(method, path);
            return false;
        }
        catch (Refusal refusal)
        {
            refusal.Status.ShouldBe(429);
            return true;
        }
    }

    private static Task<HttpResponseMessage> BroadcastAsync(PlatformTalk line) =>
        line.PostAsync("/v2/bot/message/broadcast", new JsonObject { ["messages"] = new JsonArray(PlatformTalk.Text()) });
}
