using Line.Messaging;
using LineBot.Simulator.Bot;
using LineBot.Tests.Drivers;

namespace LineBot.Tests.Cli.Doctor;

/// <summary>What is said of the channel, from a service that works and is then put out of order.</summary>
public sealed class DoctorCommandTests
{
    private const string OtherSecret = "0123456789abcdef0123456789abcdef";

    [Fact]
    public async Task Finds_nothing_wrong_where_all_is_well()
    {
        await using var line = await LineTalk.StartAsync();
        await line.PublishMenusAsync();

        var run = await DoctorRun.OfAsync(line);

        run.Rows.Where(row => row.State is "wrong" or "unknown").ShouldBeEmpty();
        run.ExitCode.ShouldBe(0);
        // How full this machine's disk is, is its own business.
        run.Rows.Where(row => row.State == "advice" && row.Subject != "disk").Select(row => row.Subject).Distinct().ShouldBe(["switches"]);
        run.WhatOf("channel").ShouldContain($"@000linebot): token and secret are of channel {line.Platform.Channel.Id}");
        run.WhatOf("webhook").ShouldContain($"{line.Address}webhook answered LINE's test call with 200");
        run.Rows.Where(row => row.State == "ok").ShouldAllBe(row => row.Why == null && row.Next == null);
        run.Rows.Where(row => row.State != "ok").ShouldAllBe(row => row.Why != null && row.Next != null);
    }

    [Fact]
    public async Task Tells_people_one_thing_a_line_in_their_language()
    {
        await using var line = await LineTalk.StartAsync();
        await line.PublishMenusAsync();
        line.Platform.Webhooks.IsActive = false;
        var settings = DoctorRun.SettingsOf(line);

        var english = await CliRun.OfAsync(settings, line.Clock, "doctor");
        var japanese = await CliRun.OfAsync(settings, line.Clock, "doctor", "--lang", "ja");

        english.ExitCode.ShouldBe(1);
        english.Output.ShouldContain("""
            WRONG    webhook    "Use webhook" is off.
                                why: Nothing that customers do reaches the service.
                                next: LINE Developers console > Messaging API > Use webhook: switch it on.
            """.ReplaceLineEndings("\n"));
        english.Output.TrimEnd().ShouldEndWith("1 wrong, 0 unknown");
        japanese.Output.ShouldContain("異常     webhook    「Webhookの利用」がオフです。\n                    理由: ");
        japanese.Output.Split('\n').Where(row => row.Contains(" why: ") || row.Contains(" next: ")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_token_that_LINE_refuses_is_the_one_thing_to_mend()
    {
        await using var line = await LineTalk.StartAsync();
        line.ExpectRefusal(call => call.Status is 401);

        var run = await DoctorRun.OfAsync(line, ("Line:ChannelAccessToken", "of-somebody-else"));

        run.ExitCode.ShouldBe(1);
        run.StatesOf("channel").ShouldBe("wrong");
        run.WhatOf("channel").ShouldContain("Check Line:ChannelAccessToken");
        foreach (var rest in new[] { "webhook", "chat", "quota" })
            run.StatesOf(rest).ShouldBe("unknown", rest);
        run.WhatOf("webhook").ShouldContain("See to channel first");
        run.StatesOf("store").ShouldBe("ok");
    }

    [Fact]
    public async Task Knows_a_secret_that_is_not_the_tokens_channels()
    {
        await using var line = await LineTalk.StartAsync();
        line.ExpectRefusal(call => call.Path == "/oauth2/v3/token");

        var run = await DoctorRun.OfAsync(line, ("Line:ChannelSecret", OtherSecret), ("Line:ChannelId", ""));

        run.ExitCode.ShouldBe(1);
        run.StatesOf("channel").ShouldBe("wrong");
        run.WhatOf("channel").ShouldContain($"not the secret of channel {line.Platform.Channel.Id}");
        run.StatesOf("webhook").ShouldBe("ok", "the running service has the right one");
    }

    [Fact]
    public async Task Knows_a_channel_id_that_is_not_the_tokens()
    {
        await using var line = await LineTalk.StartAsync();

        var run = await DoctorRun.OfAsync(line, ("Line:ChannelId", "2000000999"));

        run.WhatOf("channel").ShouldContain($"The token is of channel {line.Platform.Channel.Id}, and Line:ChannelId is 2000000999");
    }

    [Fact]
    public async Task Takes_an_id_and_a_secret_in_place_of_a_token()
    {
        await using var line = await LineTalk.StartAsync();
        line.ExpectRefusal(call => call.Path == "/oauth2/v3/token");

        var right = await DoctorRun.OfAsync(line, ("Line:ChannelAccessToken", ""));
        var wrong = await DoctorRun.OfAsync(line, ("Line:ChannelAccessToken", ""), ("Line:ChannelSecret", OtherSecret));
        var neither = await DoctorRun.OfAsync(line, ("Line:ChannelAccessToken", ""), ("Line:ChannelId", ""));

        right.StatesOf("channel").ShouldBe("ok");
        wrong.WhatOf("channel").ShouldContain("Check Line:ChannelId and Line:ChannelSecret");
        neither.WhatOf("channel").ShouldContain("Line:ChannelId is missing");
        (wrong.ExitCode, neither.ExitCode).ShouldBe((1, 1));
    }

    [Fact]
    public async Task Warns_of_a_token_that_ends_soon_and_of_a_secret_that_was_replaced()
    {
        await using var line = await LineTalk.StartAsync(new() { ClockRuns = false });
        using var http = new HttpClient { BaseAddress = line.LineAddress };
        using var form = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", line.Platform.Channel.Id), new("client_secret", line.Platform.Channel.Secret)]);
        using var issued = System.Text.Json.JsonDocument.Parse(await (await http.PostAsync("/v2/oauth/accessToken", form)).Content.ReadAsStringAsync());
        var token = issued.RootElement.GetProperty("access_token").GetString()!;

        line.Clock.Turn(TimeSpan.FromDays(23));
        var before = await DoctorRun.OfAsync(line, ("Line:ChannelAccessToken", token));
        line.Clock.Turn(TimeSpan.FromSeconds(1));
        var soon = await DoctorRun.OfAsync(line, ("Line:ChannelAccessToken", token));
        var replaced = await DoctorRun.OfAsync(line, ("Line:PreviousChannelSecret", OtherSecret));

        before.StatesOf("channel").ShouldBe("ok");
        soon.StatesOf("channel").ShouldBe("advice, ok");
        soon.WhatOf("channel").ShouldContain("ends in 7.0 days");
        replaced.StatesOf("channel").ShouldBe("ok, advice");
    }

    [Fact]
    public async Task Says_that_LINE_cannot_be_reached()
    {
        await using var line = await LineTalk.StartAsync();

        var run = await DoctorRun.OfAsync(line, ("Line:ApiBaseUrl", $"http://127.0.0.1:{FreePort.Find()}"));
        var noAddress = await DoctorRun.OfAsync(line, ("Line:ApiBaseUrl", "line"));

        run.StatesOf("channel").ShouldBe("wrong");
        run.WhatOf("channel").ShouldContain("LINE cannot be reached");
        run.StatesOf("clock").ShouldBe("unknown");
        noAddress.WhatOf("channel").ShouldContain("Line:ApiBaseUrl is no URL");
    }

    [Fact]
    public async Task Says_where_webhooks_go_instead()
    {
        await using var line = await LineTalk.StartAsync();
        line.ExpectRefusal(call => call is { Status: 404 });
        var service = line.Platform.Webhooks.Url!;

        line.Platform.Webhooks.Url = null;
        var unset = await DoctorRun.OfAsync(line);
        line.Platform.Webhooks.Url = new Uri(line.Address, "/health/live");
        var elsewhere = await DoctorRun.OfAsync(line);
        line.Platform.Webhooks.Url = new Uri($"http://127.0.0.1:{FreePort.Find()}/webhook");
        var nobody = await DoctorRun.OfAsync(line);
        line.Platform.Webhooks.Url = service;

        unset.WhatOf("webhook").ShouldContain("No webhook URL is set");
        unset.WhatOf("webhook").ShouldContain($"set {service}");
        elsewhere.StatesOf("webhook").ShouldBe("wrong, wrong");
        elsewhere.WhatOf("webhook").ShouldContain($"by PublicBaseUrl it has to be {service}");
        elsewhere.WhatOf("webhook").ShouldContain("answered LINE's test call with 405");
        nobody.WhatOf("webhook").ShouldContain("COULD_NOT_CONNECT");
        new[] { unset, elsewhere, nobody }.ShouldAllBe(run => run.ExitCode == 1);
    }

    [Fact]
    public async Task Knows_by_LINEs_signature_that_the_running_service_has_another_secret()
    {
        await using var line = await LineTalk.StartAsync(new() { Settings = new Dictionary<string, string> { ["Line:ChannelSecret"] = OtherSecret } });

        var run = await DoctorRun.OfAsync(line);

        run.StatesOf("channel").ShouldBe("ok", "the settings are right: the service was started with others");
        run.WhatOf("webhook").ShouldContain("with 401");
        run.WhatOf("webhook").ShouldContain("The running service's Line:ChannelSecret is not this channel's");
    }

    [Fact]
    public async Task Compares_the_menus()
    {
        await using var line = await LineTalk.StartAsync();

        var missing = await DoctorRun.OfAsync(line);
        await line.PublishMenusAsync();
        var current = await DoctorRun.OfAsync(line);
        using var http = new HttpClient { BaseAddress = line.LineAddress, DefaultRequestHeaders = { Authorization = new("Bearer", line.Platform.Channel.AccessToken) } };
        (await http.DeleteAsync("/v2/bot/user/all/richmenu")).IsSuccessStatusCode.ShouldBeTrue();
        (await http.DeleteAsync("/v2/bot/richmenu/alias/linebot-user-en")).IsSuccessStatusCode.ShouldBeTrue();
        var gone = await DoctorRun.OfAsync(line);

        missing.StatesOf("menus").ShouldBe("wrong");
        missing.WhatOf("menus").ShouldContain("linebot rich-menu apply");
        current.StatesOf("menus").ShouldBe("ok");
        gone.WhatOf("menus").ShouldContain("not published: linebot-user-en, default");
    }

    [Fact]
    public async Task Sees_a_second_desk()
    {
        await using var line = await LineTalk.StartAsync();
        line.Platform.HasChat = true;

        var run = await DoctorRun.OfAsync(line);

        run.StatesOf("chat").ShouldBe("advice");
    }

    [Theory]
    [InlineData(3, "ok")]
    [InlineData(4, "advice")]
    [InlineData(5, "wrong")]
    public async Task Counts_the_months_pushes(int pushes, string state)
    {
        await using var line = await LineTalk.StartAsync();
        line.Platform.MonthlyQuota = 5;
        using var http = new HttpClient();
        var client = new LineMessagingClient(
            http, new LineClientOptions { ApiBaseUrl = line.LineAddress }, ChannelTokenSource.Fixed(line.Platform.Channel.AccessToken));
        for (var push = 0; push < pushes; push++)
            await client.PushAsync(line.Phone("はな").UserId, [new TextMessage("やあ")], Guid.NewGuid());

        var run = await DoctorRun.OfAsync(line, ("Notices:MonthlyBudget", "5"));
        var tooMuch = await DoctorRun.OfAsync(line, ("Notices:MonthlyBudget", "6"));

        run.StatesOf("quota").ShouldBe(state);
        run.WhatOf("quota").ShouldContain($"{pushes} of 5 pushes");
        tooMuch.StatesOf("quota").ShouldBe($"{state}, advice");
    }

    [Theory]
    [InlineData(30, "ok")]
    [InlineData(31, "advice")]
    [InlineData(-300, "advice")]
    [InlineData(-301, "wrong")]
    public async Task Compares_the_clocks(int secondsAhead, string state)
    {
        await using var line = await LineTalk.StartAsync(new() { ClockRuns = false });

        line.ExpectRefusal(call => call is { Method: "GET", Status: 404, Path: "/v2/bot/user/all/richmenu" });
        var run = await DoctorRun.OfAsync(DoctorRun.SettingsOf(line), new StoppedClock(line.Clock.GetUtcNow().AddSeconds(secondsAhead)));

        run.StatesOf("clock").ShouldBe(state);
        if (state != "ok")
            run.WhatOf("clock").ShouldContain($"{Math.Abs(secondsAhead)} s {(secondsAhead > 0 ? "ahead of" : "behind")} LINE's");
    }
}
