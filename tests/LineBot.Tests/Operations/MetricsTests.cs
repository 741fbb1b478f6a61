using System.Globalization;
using System.Net;
using LineBot.LineApi;
using LineBot.Tests.Drivers;
using LineBot.Tests.Webhook;

namespace LineBot.Tests.Operations;

public sealed class MetricsTests
{
    [Fact]
    public async Task Shows_what_came_in_how_it_was_answered_and_how_long_that_took()
    {
        await using var line = await LineTalk.StartAsync();
        using var http = new HttpClient { BaseAddress = line.Address };
        await line.Phone("はな").AskTapAsync("data-remaining@1");
        await line.Phone("はな").AskAsync("残量");
        await line.SettledAsync();

        var metrics = await http.GetStringAsync("/metrics");

        Value(metrics, """linebot_events_total{type="postback",tile="DataRemaining",outcome="answered"}""").ShouldBe(1);
        Value(metrics, """linebot_events_total{type="message",tile="DataRemaining",outcome="answered"}""").ShouldBe(1);
        Value(metrics, """linebot_messages_total{way="reply",outcome="taken"}""").ShouldBeGreaterThanOrEqualTo(2);
        Value(metrics, """linebot_line_calls_total{call="message/reply",result="200"}""").ShouldBeGreaterThanOrEqualTo(2);
        var webhooks = Value(metrics, """linebot_webhooks_total{result="accepted"}""");
        Value(metrics, "linebot_acknowledgement_seconds_count").ShouldBe(webhooks);
        Value(metrics, """linebot_acknowledgement_seconds_bucket{le="+Inf"}""").ShouldBe(webhooks);
        Value(metrics, "linebot_answer_seconds_count").ShouldBeGreaterThanOrEqualTo(2);
        Value(metrics, "linebot_inbox_oldest_seconds").ShouldBe(0);
    }

    [ToolFact("promtool")]
    public async Task Is_text_that_Prometheus_reads_without_complaint()
    {
        await using var line = await LineTalk.StartAsync();
        using var http = new HttpClient { BaseAddress = line.Address };
        await line.Phone("はな").AskTapAsync("data-remaining@1");
        await line.SettledAsync();

        (await ToolRun.OfAsync("promtool", await http.GetStringAsync("/metrics"), "check", "metrics")).ShouldBe(new ToolRun(0, ""));
    }

    [Fact]
    public async Task Asks_LINE_for_the_quota_when_somebody_looks_and_shows_it_at_the_next_look()
    {
        await using var line = await LineTalk.StartAsync(new LineTalkOptions { ClockRuns = false });
        using var http = new HttpClient { BaseAddress = line.Address };
        line.Platform.Record.Calls.ShouldNotContain(call => call.Path.Contains("quota"));

        (await http.GetStringAsync("/metrics")).ShouldNotContain("\nlinebot_push_quota_used ");
        await line.EventuallyAsync(() => http.GetStringAsync("/metrics").Result.Contains("\nlinebot_push_quota_used 0"), "the quota to be known");

        line.Platform.Record.Calls.Count(call => call.Path.EndsWith("/quota/consumption", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("127.0.0.1")]
    public async Task Are_shown_to_nobody_who_comes_through_a_proxy(string? trusted)
    {
        await using var line = await LineTalk.StartAsync(new LineTalkOptions
        {
            Settings = trusted is null ? new Dictionary<string, string>() : new() { ["Web:TrustedProxies:0"] = trusted },
        });
        using var http = new HttpClient { BaseAddress = line.Address };
        (await http.GetAsync("/metrics")).StatusCode.ShouldBe(HttpStatusCode.OK);

        http.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");

        (await http.GetAsync("/metrics")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await http.GetAsync("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_alerts_look_for_is_there_at_nought_before_it_first_happens()
    {
        var handler = new ScriptedHandler { OnMessage = _ => throw new InvalidOperationException("broken") };
        await using var line = await handler.StartAsync(clockRuns: false);
        line.Log.Expect("failed");
        using var http = new HttpClient { BaseAddress = line.Address };
        var before = await http.GetStringAsync("/metrics");
        foreach (var series in (string[])["""webhooks_total{result="bad-signature"}""", """messages_total{way="none",outcome="expired"}""", """taken_over_total{table="inbox"}"""])
            Value(before, $"linebot_{series}").ShouldBe(0);

        await line.Phone("はな").SayAsync("hello");
        const string failed = """linebot_events_total{type="message",tile="none",outcome="failed"}""";
        await line.EventuallyAsync(() => http.GetStringAsync("/metrics").Result.Contains(failed, StringComparison.Ordinal), "the first failure");

        Value(await http.GetStringAsync("/metrics"), failed.Replace("failed", "set-aside", StringComparison.Ordinal)).ShouldBe(0);
    }

    [Theory]
    [InlineData("/v2/bot/message/push", "message/push")]
    [InlineData("/v2/bot/user/U4af4980629c54f25b0e6b8c2d6b0d2f1/richmenu/richmenu-e0f9939222f34dc3637d77f9772e20aa", "user/richmenu")]
    [InlineData("/v2/bot/message/444573844083572737/content", "message/content")]
    [InlineData("/oauth2/v3/token", "token")]
    public void Names_a_call_without_anybodys_id(string path, string name) => WatchedCalls.NameOf(path).ShouldBe(name);

    private static double Value(string metrics, string series)
    {
        var line = metrics.Split('\n').SingleOrDefault(line => line.StartsWith(series + " ", StringComparison.Ordinal));
        return line is null
            ? throw new Xunit.Sdk.XunitException($"There is no {series} in\n{metrics}")
            : double.Parse(line[(series.Length + 1)..], CultureInfo.InvariantCulture);
    }
}
