using System.Text.Json.Nodes;
using LineBot.Simulator.Platform;
using LineBot.Tests.Drivers;

namespace LineBot.Tests.Simulator.Platform;

public sealed class NarrowcastTests : IAsyncLifetime
{
    private PlatformTalk _line = null!;

    public async Task InitializeAsync() => _line = await PlatformTalk.StartAsync();

    public Task DisposeAsync() => _line.DisposeAsync().AsTask();

    [Fact]
    public async Task Reaches_every_friend_in_the_background()
    {
        var blocking = _line.Platform.AddFriend("けん");
        await blocking.BlockAsync();

        var id = await AcceptedAsync([]);

        _line.Phone.Talk.ShouldBeEmpty();
        (await ProgressAsync(id)).ShouldBe("waiting");
        await PhaseAsync(id, "sending");
        await PhaseAsync(id, "succeeded");
        _line.Phone.Talk.Count.ShouldBe(1);
        blocking.Talk.ShouldBeEmpty();
        _line.Platform.MonthlyUsage.ShouldBe(1);
        (await StateAsync(id)).ShouldBe((1, 0, 1));
    }

    [Fact]
    public async Task Whoever_blocks_meanwhile_is_a_failure()
    {
        var id = await AcceptedAsync([]);
        await PhaseAsync(id, "sending");

        await _line.Phone.BlockAsync();
        await PhaseAsync(id, "succeeded");

        (await StateAsync(id)).ShouldBe((0, 1, 1));
    }

    [Fact]
    public async Task Puts_the_months_messages_aside_while_it_is_under_way()
    {
        _line.Platform.MonthlyQuota = 1;
        var id = await AcceptedAsync([]);
        (await _line.PushAsync(null).StatusAsync()).ShouldBe(200, "nothing is put aside yet");

        await PhaseAsync(id, "failed");

        (await ProgressOf(id)).GetProperty("errorCode").GetInt32().ShouldBe(1);
        _line.Platform.MonthlyQuota = 2;
        var second = await AcceptedAsync([]);
        await PhaseAsync(second, "sending");
        (await _line.PushAsync(null).VerdictAsync()).ShouldBe("You have reached your monthly limit.");
        await PhaseAsync(second, "succeeded");
    }

    [Fact]
    public async Task Is_refused_when_the_month_has_nothing_left()
    {
        _line.Platform.MonthlyQuota = 0;

        (await SendAsync([]).StatusAsync()).ShouldBe(429);
    }

    [Theory]
    [InlineData(null, 3)]
    [InlineData(2, 2)]
    [InlineData(5, 3)]
    public async Task Reaches_as_many_as_its_limit_says(int? most, int reached)
    {
        _line.Platform.AddFriend("けん");
        _line.Platform.AddFriend("りん");

        await SucceededAsync(await AcceptedAsync(most is null ? [] : new() { ["limit"] = new JsonObject { ["max"] = most } }));

        _line.Platform.Phones.Sum(phone => phone.Talk.Count).ShouldBe(reached);
    }

    [Theory]
    [InlineData(false, "sending", 1)]
    [InlineData(true, "failed", 0)]
    public async Task Goes_to_as_many_as_the_month_has_left_unless_that_is_forbidden(bool forbids, string phase, int reached)
    {
        _line.Platform.AddFriend("けん");
        _line.Platform.MonthlyQuota = 1;

        var id = await AcceptedAsync(new() { ["limit"] = new JsonObject { ["upToRemainingQuota"] = true, ["forbidPartialDelivery"] = forbids } });
        await PhaseAsync(id, phase);

        if (forbids)
            (await ProgressOf(id)).GetProperty("errorCode").GetInt32().ShouldBe(5);
        else
            await PhaseAsync(id, "succeeded");
        _line.Platform.Phones.Sum(phone => phone.Talk.Count).ShouldBe(reached);
    }

    [Fact]
    public async Task Forbids_a_part_only_where_one_is_allowed_for() =>
        (await SendAsync(new() { ["limit"] = new JsonObject { ["forbidPartialDelivery"] = true } }).VerdictAsync())
            .ShouldBe("The option forbidPartialDelivery must be used with upToRemainingQuota.");

    [Fact]
    public async Task Goes_to_those_whom_an_earlier_one_did_not_reach()
    {
        var first = await AcceptedAsync([]);
        await SucceededAsync(first);
        var newcomer = _line.Platform.AddFriend("けん");
        var reached = new JsonObject { ["type"] = "redelivery", ["requestId"] = first };

        await SucceededAsync(await AcceptedAsync(new() { ["recipient"] = new JsonObject { ["type"] = "operator", ["not"] = reached } }));

        (_line.Phone.Talk.Count, newcomer.Talk.Count).ShouldBe((1, 1));
    }

    [Fact]
    public async Task An_earlier_one_is_known_for_fourteen_days()
    {
        var first = await AcceptedAsync([]);
        (await SendAsync(To(first)).VerdictAsync()).ShouldBe($"Invalid request id: {first}", "it is still under way");
        await SucceededAsync(first);
        var accepted = DateTimeOffset.Parse((await ProgressOf(first)).GetProperty("acceptedTime").GetString()!, System.Globalization.CultureInfo.InvariantCulture);

        _line.Clock.TurnTo(accepted.AddDays(14));
        (await SendAsync(To(first)).StatusAsync()).ShouldBe(202);
        _line.Clock.Turn(TimeSpan.FromSeconds(1));

        (await SendAsync(To(first)).StatusAsync()).ShouldBe(400);
        (await _line.Http.GetAsync($"/v2/bot/message/progress/narrowcast?requestId={first}").StatusAsync()).ShouldBe(404);
    }

    [Fact]
    public async Task There_are_no_audiences() =>
        (await SendAsync(new() { ["recipient"] = new JsonObject { ["type"] = "audience", ["audienceGroupId"] = 5614991017776 } }).VerdictAsync())
            .ShouldBe("Invalid audience group id: 5614991017776");

    [Theory]
    [InlineData(99, 403)]
    [InlineData(100, 202)]
    public async Task Attributes_want_a_hundred_friends(int friends, int expected)
    {
        for (var i = 1; i < friends; i++)
            _line.Platform.AddFriend($"{i}人目");
        var filter = new JsonObject { ["demographic"] = new JsonObject { ["type"] = "gender", ["oneOf"] = new JsonArray("female") } };

        var answer = await SendAsync(new() { ["filter"] = filter });

        ((int)answer.StatusCode).ShouldBe(expected);
        if (expected == 403)
        {
            (await Task.FromResult(answer).VerdictAsync()).ShouldBe("Your account does not have enough friends");
            return;
        }
        var id = answer.Headers.GetValues("x-line-request-id").Single();
        await PhaseAsync(id, "failed");
        (await ProgressOf(id)).GetProperty("errorCode").GetInt32().ShouldBe(2, "whoever has a phone has no attributes here");
    }

    [Theory]
    [InlineData("""{"recipient":{"type":"operator"}}""", "recipient: exactly one of and, or, not must be specified")]
    [InlineData("""{"recipient":{"type":"operator","and":[]}}""", "recipient.and: Size must be between 1 and 2147483647")]
    [InlineData("""{"recipient":{"type":"somebody"}}""", "recipient.type: Must be one of the following values: [audience, redelivery, operator]")]
    [InlineData("""{"filter":{"demographic":{"type":"age","gte":"age_20","lt":"age_20"}}}""", "filter.demographic: gte must be less than lt")]
    [InlineData("""{"filter":{"demographic":{"type":"age","gte":"age_21"}}}""", "filter.demographic.gte: must be one of [age_15, age_20, age_25, age_30, age_35, age_40, age_45, age_50, age_55, age_60, age_65, age_70]")]
    [InlineData("""{"filter":{"demographic":{"type":"area","oneOf":["jp_48"]}}}""", "filter.demographic.oneOf[0]: invalid property")]
    [InlineData("""{"limit":{"max":0}}""", "limit.max: must be greater than or equal to 1")]
    [InlineData("""{"customAggregationUnits":["a"]}""", "customAggregationUnits: unknown field")]
    public async Task What_it_cannot_understand_it_names(string body, string expected) =>
        (await SendAsync((JsonObject)JsonNode.Parse(body)!).VerdictAsync()).ShouldBe(expected);

    [Theory]
    [InlineData(10, 400)]
    [InlineData(11, 400)]
    public async Task Ten_recipients_may_be_combined(int count, int expected)
    {
        var parts = new JsonArray([.. Enumerable.Range(0, count).Select(i => new JsonObject { ["type"] = "audience", ["audienceGroupId"] = i })]);

        var answer = await SendAsync(new() { ["recipient"] = new JsonObject { ["type"] = "operator", ["or"] = parts } });

        ((int)answer.StatusCode).ShouldBe(expected);
        (await Task.FromResult(answer).VerdictAsync()).ShouldBe(count == 10 ? "Invalid audience group id: 0" : "recipient: Size must be between 1 and 10");
    }

    [Fact]
    public async Task A_retry_is_recognised()
    {
        var key = Guid.NewGuid().ToString();
        var first = await SendAsync([], key);

        var retry = await SendAsync([], key);

        ((int)retry.StatusCode).ShouldBe(409);
        retry.Headers.GetValues("x-line-accepted-request-id").ShouldBe(first.Headers.GetValues("x-line-request-id"));
        (await retry.Content.ReadAsStringAsync()).ShouldBe("""{"message":"The retry key is already accepted"}""");
    }

    [Theory]
    [InlineData("nothing", 400)]
    [InlineData("00000000-0000-0000-0000-000000000000", 404)]
    public async Task Progress_of_what_there_is_not(string id, int expected) =>
        (await _line.Http.GetAsync($"/v2/bot/message/progress/narrowcast?requestId={id}").StatusAsync()).ShouldBe(expected);

    private static JsonObject To(string earlier) => new() { ["recipient"] = new JsonObject { ["type"] = "redelivery", ["requestId"] = earlier } };

    private Task<HttpResponseMessage> SendAsync(JsonObject more, string? retryKey = null)
    {
        more["messages"] = new JsonArray(PlatformTalk.Text());
        return _line.PostAsync("/v2/bot/message/narrowcast", more, retryKey);
    }

    private async Task<string> AcceptedAsync(JsonObject more)
    {
        var answer = await SendAsync(more);
        ((int)answer.StatusCode).ShouldBe(202);
        return answer.Headers.GetValues("x-line-request-id").Single();
    }

    private async Task SucceededAsync(string id)
    {
        await PhaseAsync(id, "sending");
        await PhaseAsync(id, "succeeded");
    }

    private Task PhaseAsync(string id, string phase)
    {
        var turned = false;
        return Eventually.IsSoAsync(() =>
        {
            if (!turned)
                _line.Clock.Turn(Narrowcasts.Step);
            turned = true;
            return ProgressAsync(id).GetAwaiter().GetResult() == phase;
        }, $"the phase {phase}");
    }

    private Task<System.Text.Json.JsonElement> ProgressOf(string id) => _line.Http.GetAsync($"/v2/bot/message/progress/narrowcast?requestId={id}").JsonAsync();

    private async Task<string> ProgressAsync(string id) => (await ProgressOf(id)).GetProperty("phase").GetString()!;

    private async Task<(int Success, int Failure, int Target)> StateAsync(string id)
    {
        var progress = await ProgressOf(id);
        return (progress.GetProperty("successCount").GetInt32(), progress.GetProperty("failureCount").GetInt32(), progress.GetProperty("targetCount").GetInt32());
    }
}
