using System.Text.Json.Nodes;

namespace LineBot.Tests.Simulator.Platform;

/// <summary>What was sent and who is a friend, by day and by month, in Japan's days.</summary>
public sealed class CountTests : IAsyncLifetime
{
    private PlatformTalk _line = null!;

    public async Task InitializeAsync() => _line = await PlatformTalk.StartAsync();

    public Task DisposeAsync() => _line.DisposeAsync().AsTask();

    [Fact]
    public async Task A_days_figures_are_there_once_it_is_over()
    {
        var other = _line.Platform.AddFriend("けん");
        await _line.PushAsync(null, PlatformTalk.Text(), PlatformTalk.Text());
        await _line.ReplyAsync(await _line.ReplyTokenAsync());
        await _line.PostAsync("/v2/bot/message/multicast", new JsonObject { ["to"] = new JsonArray(_line.Phone.UserId, other.UserId), ["messages"] = new JsonArray(PlatformTalk.Text()) });
        await _line.PostAsync("/v2/bot/message/broadcast", new JsonObject { ["messages"] = new JsonArray(PlatformTalk.Text()) });
        (await GetAsync("/v2/bot/message/delivery/push?date=20261116")).ShouldBe("""{"status":"unready"}""");

        _line.Clock.Turn(TimeSpan.FromHours(12));

        (await GetAsync("/v2/bot/message/delivery/push?date=20261116")).ShouldBe("""{"status":"ready","success":1}""", "one recipient is one, however many messages");
        (await GetAsync("/v2/bot/message/delivery/reply?date=20261116")).ShouldBe("""{"status":"ready","success":1}""");
        (await GetAsync("/v2/bot/message/delivery/multicast?date=20261116")).ShouldBe("""{"status":"ready","success":2}""");
        (await GetAsync("/v2/bot/message/delivery/broadcast?date=20261116")).ShouldBe("""{"status":"ready","success":2}""");
        (await GetAsync("/v2/bot/message/delivery/push?date=20261115")).ShouldBe("""{"status":"ready","success":0}""");
        (await GetAsync("/v2/bot/message/delivery/push?date=20180330")).ShouldBe("""{"status":"out_of_service"}""");
        (await GetAsync("/v2/bot/insight/message/delivery?date=20261116"))
            .ShouldBe("""{"status":"ready","apiReply":1,"apiPush":1,"apiMulticast":2,"apiBroadcast":2,"apiNarrowcast":0}""");
        (await GetAsync("/v2/bot/insight/message/delivery?date=20261117")).ShouldBe("""{"status":"unready"}""");
    }

    [Theory]
    [InlineData("/v2/bot/message/delivery/push", "The value for the 'date' parameter is invalid")]
    [InlineData("/v2/bot/message/delivery/push?date=2026-11-16", "The value for the 'date' parameter is invalid")]
    [InlineData("/v2/bot/insight/message/delivery?date=20261131", "Bad Request")]
    [InlineData("/v2/bot/insight/followers", "date is required")]
    [InlineData("/v2/bot/insight/followers?date=tomorrow", "Bad Request")]
    public async Task A_day_that_is_none(string path, string expected) => (await _line.Http.GetAsync(path).VerdictAsync()).ShouldBe(expected);

    [Fact]
    public async Task A_new_month_has_its_whole_quota_again()
    {
        _line.Platform.MonthlyQuota = 1;
        (await _line.PushAsync(null).StatusAsync()).ShouldBe(200);
        (await GetAsync("/v2/bot/message/quota")).ShouldBe("""{"type":"limited","value":1}""");
        _line.Clock.TurnTo(new DateTimeOffset(2026, 11, 30, 23, 59, 59, TimeSpan.FromHours(9)));
        (await _line.PushAsync(null).StatusAsync()).ShouldBe(429);

        _line.Clock.Turn(TimeSpan.FromSeconds(1));

        (await GetAsync("/v2/bot/message/quota/consumption")).ShouldBe("""{"totalUsage":0}""");
        (await _line.PushAsync(null).StatusAsync()).ShouldBe(200);
    }

    [Fact]
    public async Task Followers_are_counted_by_the_day_and_blocks_too()
    {
        var stranger = _line.Platform.AddPhone("けん");
        _line.Clock.Turn(TimeSpan.FromDays(1));
        await stranger.FollowAsync();
        await _line.Phone.BlockAsync();
        _line.Clock.Turn(TimeSpan.FromDays(1));
        await _line.Phone.UnblockAsync();
        _line.Clock.Turn(TimeSpan.FromDays(1));

        (await GetAsync("/v2/bot/insight/followers?date=20261116")).ShouldBe("""{"status":"ready","followers":1,"targetedReaches":1,"blocks":0}""");
        (await GetAsync("/v2/bot/insight/followers?date=20261117")).ShouldBe("""{"status":"ready","followers":2,"targetedReaches":1,"blocks":1}""");
        (await GetAsync("/v2/bot/insight/followers?date=20261118")).ShouldBe("""{"status":"ready","followers":2,"targetedReaches":2,"blocks":0}""");
        (await GetAsync("/v2/bot/insight/followers?date=20261119")).ShouldBe("""{"status":"unready","followers":null,"targetedReaches":null,"blocks":null}""");
    }

    [Theory]
    [InlineData(19, false)]
    [InlineData(20, true)]
    public async Task Demographics_want_twenty_friends(int friends, bool isAvailable)
    {
        for (var i = 1; i < friends; i++)
            _line.Platform.AddFriend($"{i}人目");

        var demographics = await _line.Http.GetAsync("/v2/bot/insight/demographic").JsonAsync();

        demographics.GetProperty("available").GetBoolean().ShouldBe(isAvailable);
        demographics.GetProperty("genders").GetArrayLength().ShouldBe(isAvailable ? 1 : 0);
    }

    [Fact]
    public async Task Units_are_named_for_a_month()
    {
        foreach (var unit in (string[])["winter_sale", "autumn_sale", "winter_sale"])
        {
            await _line.PostAsync("/v2/bot/message/push", new JsonObject
            {
                ["to"] = _line.Phone.UserId, ["messages"] = new JsonArray(PlatformTalk.Text()), ["customAggregationUnits"] = new JsonArray(unit),
            });
        }

        (await GetAsync("/v2/bot/message/aggregation/info")).ShouldBe("""{"numOfCustomAggregationUnits":2}""");
        (await GetAsync("/v2/bot/message/aggregation/list?limit=1")).ShouldBe("""{"customAggregationUnits":["autumn_sale"],"next":"1"}""");
        (await GetAsync("/v2/bot/message/aggregation/list?limit=1&start=1")).ShouldBe("""{"customAggregationUnits":["winter_sale"]}""");
        _line.Clock.Turn(TimeSpan.FromDays(15));
        (await GetAsync("/v2/bot/message/aggregation/info")).ShouldBe("""{"numOfCustomAggregationUnits":0}""");
    }

    [Fact]
    public async Task Friends_come_in_pages()
    {
        var others = Enumerable.Range(0, 4).Select(i => _line.Platform.AddFriend($"{i}").UserId).ToList();
        await _line.Platform.Phones[^1].BlockAsync();

        var first = await _line.Http.GetAsync("/v2/bot/followers/ids?limit=3").JsonAsync();
        var second = await _line.Http.GetAsync($"/v2/bot/followers/ids?limit=3&start={first.GetProperty("next").GetString()}").JsonAsync();

        first.GetProperty("userIds").EnumerateArray().Concat(second.GetProperty("userIds").EnumerateArray()).Select(id => id.GetString())
            .ShouldBe([_line.Phone.UserId, .. others.Take(3)]);
        second.TryGetProperty("next", out _).ShouldBeFalse();
        (await _line.Http.GetAsync("/v2/bot/followers/ids?limit=1001").StatusAsync()).ShouldBe(400);
        (await _line.Http.GetAsync("/v2/bot/followers/ids?limit=0").StatusAsync()).ShouldBe(400);
        (await _line.Http.GetAsync("/v2/bot/followers/ids?start=there").StatusAsync()).ShouldBe(400);
    }

    private async Task<string> GetAsync(string path) => await (await _line.Http.GetAsync(path)).Content.ReadAsStringAsync();
}
