using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LineBot.Tests.Drivers;

/// <summary>The driver itself: it has to fail where it should, or green tests mean nothing.</summary>
[Collection(Alone)]
public sealed class LineTalkTests
{
    /// <summary>One of these calls out of the machine, which every test that runs at the same time would notice.</summary>
    internal const string Alone = "Alone";

    [CollectionDefinition(Alone, DisableParallelization = true)]
    public sealed class AloneFixture;

    [Fact]
    public async Task The_service_takes_what_a_phone_sends()
    {
        await using var line = await LineTalk.StartAsync();

        var post = await line.Phone("はな").SayAsync("こんにちは");

        post!.Status.ShouldBe(200);
        await line.SettledAsync();
        line.Count("SELECT COUNT(*) FROM inbox WHERE status = 1").ShouldBe(1);
    }

    [Fact]
    public async Task A_warning_fails_the_test_and_names_it()
    {
        var failure = await Should.ThrowAsync<Xunit.Sdk.XunitException>(async () =>
        {
            await using var line = await LineTalk.StartAsync();
            Warn(line, "the roof is leaking");
        });

        failure.Message.ShouldContain("the roof is leaking");
    }

    [Fact]
    public async Task An_announced_warning_passes()
    {
        await using var line = await LineTalk.StartAsync();
        line.Log.Expect("roof");

        Warn(line, "the roof is leaking");
    }

    [Fact]
    public async Task A_call_that_LINE_refuses_fails_the_test_unless_announced()
    {
        var failure = await Should.ThrowAsync<Xunit.Sdk.XunitException>(async () =>
        {
            await using var line = await LineTalk.StartAsync();
            await PushNothingAsync(line);
        });
        failure.Message.ShouldContain("Size must be between 1 and 5");

        await using var announced = await LineTalk.StartAsync();
        announced.ExpectRefusal(call => call.Path == "/v2/bot/message/push");
        (await PushNothingAsync(announced)).ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_call_to_elsewhere_fails_the_test()
    {
        var failure = await Should.ThrowAsync<Xunit.Sdk.XunitException>(async () =>
        {
            await using var line = await LineTalk.StartAsync();
            using var http = new HttpClient();
            // A name that no resolver knows: the attempt is what counts.
            await Should.ThrowAsync<HttpRequestException>(() => http.GetAsync("http://elsewhere.invalid/"));
        });

        failure.Message.ShouldContain("elsewhere.invalid");
    }

    [Fact]
    public async Task A_failed_assertion_is_not_hidden_by_what_else_went_wrong()
    {
        var failure = await Should.ThrowAsync<Xunit.Sdk.XunitException>(async () =>
        {
            await using var line = await LineTalk.StartAsync();
            Warn(line, "the roof is leaking");
            1.ShouldBe(2, "one is not two");
        });

        failure.Message.ShouldContain("one is not two");
    }

    private static void Warn(LineTalk line, string text) =>
        line.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Test").LogWarning("{Text}", text);

    private static async Task<HttpStatusCode> PushNothingAsync(LineTalk line)
    {
        using var http = new HttpClient { BaseAddress = line.LineAddress };
        http.DefaultRequestHeaders.Authorization = new("Bearer", line.Platform.Channel.AccessToken);
        var answer = await http.PostAsJsonAsync("/v2/bot/message/push", new { to = line.Phone("はな").UserId, messages = Array.Empty<object>() });
        return answer.StatusCode;
    }
}
