using LineBot.Simulator.Platform;
using LineBot.Tests.Drivers;

namespace LineBot.Tests.Simulator.Platform;

public sealed class FaultTests : IAsyncLifetime
{
    private PlatformTalk _line = null!;

    public async Task InitializeAsync() => _line = await PlatformTalk.StartAsync();

    public Task DisposeAsync() => _line.DisposeAsync().AsTask();

    [Theory]
    [InlineData(ApiFault.FailBefore, 0)]
    [InlineData(ApiFault.FailAfter, 1)]
    public async Task An_error_of_LINEs_tells_nothing_of_what_was_done(ApiFault fault, int shown)
    {
        _line.Platform.Faults.Add(fault, times: 1);

        (await _line.PushAsync(null).StatusAsync()).ShouldBe(500);

        _line.Phone.Talk.Count.ShouldBe(shown);
        (await _line.PushAsync(null).StatusAsync()).ShouldBe(200);
    }

    [Theory]
    [InlineData(ApiFault.ResetBefore, 0)]
    [InlineData(ApiFault.ResetAfter, 1)]
    public async Task A_lost_connection_tells_nothing_either(ApiFault fault, int shown)
    {
        _line.Platform.Faults.Add(fault, times: 1);

        await Should.ThrowAsync<HttpRequestException>(() => _line.PushAsync(null));

        _line.Phone.Talk.Count.ShouldBe(shown);
    }

    [Fact]
    public async Task A_late_answer_is_late_by_the_simulated_clock()
    {
        _line.Platform.Faults.Add(ApiFault.Delay, times: 1);
        var late = _line.PushAsync(null);
        await Eventually.IsSoAsync(() => _line.Phone.Talk.Count == 1, "the message");
        late.IsCompleted.ShouldBeFalse();

        await Eventually.IsSoAsync(() =>
        {
            _line.Clock.Turn(_line.Platform.Faults.Delay);
            return late.IsCompleted;
        }, "the answer");

        (await late.StatusAsync()).ShouldBe(200);
    }

    [Fact]
    public async Task Is_confined_to_the_calls_it_names()
    {
        _line.Platform.Faults.Add(ApiFault.TooMany, path: "/message/reply");

        (await _line.PushAsync(null).StatusAsync()).ShouldBe(200);
        (await _line.ReplyAsync(await _line.ReplyTokenAsync()).StatusAsync()).ShouldBe(429);

        _line.Platform.Faults.Clear();
        (await _line.ReplyAsync(await _line.ReplyTokenAsync()).StatusAsync()).ShouldBe(200);
    }

    [Fact]
    public async Task A_late_token_is_refused_as_LINE_refuses_it_and_nothing_else_is()
    {
        _line.Platform.Faults.Add(ApiFault.LateToken, times: 1);
        var token = await _line.ReplyTokenAsync();

        (await _line.PushAsync(null).StatusAsync()).ShouldBe(200);
        (await _line.ReplyAsync(token).VerdictAsync()).ShouldBe("Invalid reply token");

        (await _line.ReplyAsync(token).StatusAsync()).ShouldBe(200, "the token itself is good");
    }

    [Fact]
    public async Task A_seed_draws_the_same_faults_again()
    {
        async Task<List<int>> Run()
        {
            _line.Platform.Faults.Clear();
            _line.Platform.Faults.Seed(7);
            _line.Platform.Faults.Add(ApiFault.FailBefore, share: 0.5);
            var statuses = new List<int>();
            for (var i = 0; i < 20; i++)
                statuses.Add(await _line.PushAsync(null).StatusAsync());
            return statuses;
        }

        var first = await Run();

        first.ShouldContain(200);
        first.ShouldContain(500);
        (await Run()).ShouldBe(first);
    }

    [Fact]
    public async Task A_webhook_arrives_twice()
    {
        _line.Platform.Faults.Add(WebhookFault.Duplicate, times: 1);

        await _line.Phone.SendTextAsync("こんにちは");
        await _line.Phone.SendTextAsync("終わり");

        var ids = _line.Platform.Record.Webhooks.Select(post => PlatformTalk.EventOf(post).GetProperty("webhookEventId").GetString()).ToList();
        ids.Count.ShouldBe(3);
        ids[1].ShouldBe(ids[0]);
        ids[2].ShouldNotBe(ids[0]);
    }

    [Fact]
    public async Task A_webhook_arrives_after_the_next()
    {
        _line.Platform.Faults.Add(WebhookFault.Reorder, times: 1);

        await _line.Phone.SendTextAsync("先");
        await _line.Phone.SendTextAsync("後");

        await Eventually.IsSoAsync(() => _line.Platform.Record.Webhooks.Count == 2, "both webhooks");
        _line.Platform.Record.Webhooks.Select(post => PlatformTalk.EventOf(post).GetProperty("message").GetProperty("text").GetString())
            .ShouldBe(["後", "先"]);
    }

    [Fact]
    public async Task A_webhook_held_back_comes_in_the_end()
    {
        _line.Platform.Faults.Add(WebhookFault.Reorder, times: 1);
        await _line.Phone.SendTextAsync("先");

        await Eventually.IsSoAsync(() =>
        {
            _line.Clock.Turn(TimeSpan.FromSeconds(1));
            return _line.Platform.Record.Webhooks.Count == 1;
        }, "the webhook");
    }

    [Fact]
    public async Task A_late_webhook_holds_back_its_chat_alone()
    {
        _line.Platform.Faults.Add(WebhookFault.Late, times: 1);
        var other = _line.Platform.AddFriend("けん");

        var late = _line.Phone.SendTextAsync("遅い");
        var behind = _line.Phone.SendTextAsync("後ろ");
        await other.SendTextAsync("速い");
        (late.IsCompleted, behind.IsCompleted).ShouldBe((false, false));
        await Eventually.IsSoAsync(() =>
        {
            _line.Clock.Turn(TimeSpan.FromSeconds(1));
            return behind.IsCompleted;
        }, "the webhooks");

        _line.Platform.Record.Webhooks.Select(post => PlatformTalk.EventOf(post).GetProperty("message").GetProperty("text").GetString()).ShouldBe(["速い", "遅い", "後ろ"]);
    }

    [Fact]
    public async Task Two_chats_events_arrive_in_one_body_and_each_is_answered()
    {
        _line.Platform.Faults.Add(WebhookFault.Together, times: 1);
        var other = _line.Platform.AddFriend("けん");

        await _line.Phone.SendTextAsync("先");
        await other.SendTextAsync("後");

        var body = System.Text.Json.JsonDocument.Parse(_line.Platform.Record.Webhooks.Single().Body).RootElement;
        var events = body.GetProperty("events").EnumerateArray().ToList();
        events.Select(happened => happened.GetProperty("message").GetProperty("text").GetString()).ShouldBe(["先", "後"]);
        foreach (var happened in events)
            (await _line.ReplyAsync(happened.GetProperty("replyToken").GetString()!).StatusAsync()).ShouldBe(200);
        (_line.Phone.Talk.Count, other.Talk.Count).ShouldBe((2, 2));
    }

    [Fact]
    public async Task A_webhook_without_company_comes_alone_in_the_end()
    {
        _line.Platform.Faults.Add(WebhookFault.Together, times: 1);
        await _line.Phone.SendTextAsync("ひとり");

        await Eventually.IsSoAsync(() =>
        {
            _line.Clock.Turn(TimeSpan.FromSeconds(1));
            return _line.Platform.Record.Webhooks.Count == 1;
        }, "the webhook");
    }

    [Fact]
    public async Task Without_network_nothing_goes_either_way()
    {
        _line.Platform.Faults.NoNetwork = true;

        (await _line.Phone.SendTextAsync("こんにちは"))!.IsAccepted.ShouldBeFalse();
        await Should.ThrowAsync<HttpRequestException>(() => _line.PushAsync(null));

        _line.Bot.Received.ShouldBeEmpty();
    }
}
