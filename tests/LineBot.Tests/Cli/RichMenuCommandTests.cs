using Line.Messaging;
using LineBot.RichMenu;
using LineBot.RichMenu.Publishing;
using LineBot.Simulator.Platform;
using LineBot.Tests.RichMenu.Publishing;
using LineBot.Tests.Storage;

namespace LineBot.Tests.Cli;

public sealed class RichMenuCommandTests
{
    [Fact]
    public async Task Publishes_then_finds_nothing_to_do_then_sees_a_difference()
    {
        await using var channel = await MenuChannel.StartAsync();

        var empty = await RunAsync(channel, "status", "--json");
        var first = await RunAsync(channel, "apply", "--json");
        var current = await RunAsync(channel, "status", "--json");
        var second = await RunAsync(channel, "apply", "--json");
        channel.Edit("user.json", "メニュー", "めにゅー");
        channel.Redraw("both");
        var changed = await RunAsync(channel, "status", "--json");

        (empty.ExitCode, States(empty)).ShouldBe((1, "missing"));
        (first.ExitCode, first.Error).ShouldBe((0, ""));
        (current.ExitCode, States(current)).ShouldBe((0, "current"));
        second.Json.GetProperty("steps").GetArrayLength().ShouldBe(0);
        (changed.ExitCode, States(changed)).ShouldBe((1, "current, outdated"));
        Differs(changed).ShouldBe(["linebot-user-ja: definition", "linebot-both-ja: picture"]);
    }

    [Fact]
    public async Task Plans_what_apply_then_does_and_nothing_else()
    {
        await using var channel = await MenuChannel.StartAsync();
        await RunAsync(channel, "apply");
        channel.Edit("user.json", "メニュー", "めにゅー");
        var before = channel.Platform.Record.Calls.Count;

        var plan = await RunAsync(channel, "plan", "--json");
        channel.Platform.Record.Calls.Skip(before).ShouldAllBe(call => call.Method == "GET");
        var applied = await RunAsync(channel, "apply", "--plan", plan.Json.GetProperty("plan").GetString()!, "--json");

        plan.ExitCode.ShouldBe(0);
        Acts(plan).ShouldBe("create, upload, keep, begin, point, wait, move, finish");
        plan.Json.GetProperty("unchanged").GetArrayLength().ShouldBe(7);
        applied.ExitCode.ShouldBe(0);
        applied.Output.ShouldBe(plan.Output);
        (await RunAsync(channel, "status")).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Tells_a_plan_in_a_table_and_how_to_do_exactly_that()
    {
        await using var channel = await MenuChannel.StartAsync();
        await RunAsync(channel, "apply");
        channel.Edit("user.json", "メニュー", "めにゅー");

        var english = await RunAsync(channel, "plan");
        var japanese = await RunAsync(channel, "plan", "--lang", "ja");

        english.Output.ShouldContain("the definition differs");
        english.Output.ShouldMatch("Menus that stay: 7. Do exactly this with: linebot rich-menu apply --plan [0-9a-f]{8}");
        english.Output.ShouldContain("no store");
        japanese.Output.ShouldContain("定義が違う");
        japanese.Output.ShouldMatch("linebot rich-menu apply --plan [0-9a-f]{8}");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Does_nothing_where_the_plan_is_no_longer_the_one_that_was_looked_at(bool folderChanges)
    {
        await using var channel = await MenuChannel.StartAsync();
        var plan = (await RunAsync(channel, "plan", "--json")).Json.GetProperty("plan").GetString()!;
        if (folderChanges)
            channel.Edit("user.json", "メニュー", "めにゅー");
        else
            await channel.PublishAsync();
        var before = channel.Platform.Record.Calls.Count;

        var run = await RunAsync(channel, "apply", "--plan", plan);

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain($"The plan {plan} no longer fits");
        run.Error.ShouldContain("next: Look at it with: linebot rich-menu plan");
        channel.Platform.Record.Calls.Skip(before).ShouldAllBe(call => call.Method == "GET");
    }

    [Fact]
    public async Task Brings_back_what_was_shown_before()
    {
        await using var channel = await MenuChannel.StartAsync();
        await RunAsync(channel, "apply");
        var child = await channel.FriendWithAsync("linebot-user-ja");
        var old = child.RichMenu!.Name;
        channel.Edit("user.json", "メニュー", "めにゅー");
        await RunAsync(channel, "apply");
        child.RichMenu!.Name.ShouldNotBe(old);
        States(await RunAsync(channel, "status", "--json")).ShouldBe("current, kept");

        var look = await RunAsync(channel, "rollback", "--dry-run", "--json");
        child.RichMenu!.Name.ShouldNotBe(old);
        var back = await RunAsync(channel, "rollback", "--json");
        var again = await RunAsync(channel, "rollback");

        back.ExitCode.ShouldBe(0);
        back.Output.ShouldBe(look.Output);
        child.RichMenu!.Name.ShouldBe(old);
        (await RunAsync(channel, "status")).ExitCode.ShouldBe(1);
        again.ExitCode.ShouldBe(1);
        again.Error.ShouldContain("There are no menus to go back to.");
    }

    [Fact]
    public async Task Says_that_there_is_nothing_to_go_back_to_after_a_first_publication()
    {
        await using var channel = await MenuChannel.StartAsync();
        await RunAsync(channel, "apply");

        var run = await RunAsync(channel, "rollback");

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("There are no menus to go back to.");
        run.Error.ShouldContain("next: Check out the older folder, then run: linebot rich-menu apply");
    }

    [Fact]
    public async Task Says_of_a_first_publication_that_there_is_no_way_back_yet()
    {
        await using var channel = await MenuChannel.StartAsync();

        var first = await RunAsync(channel, "apply");
        channel.Edit("user.json", "メニュー", "めにゅー");
        var second = await RunAsync(channel, "apply");

        first.Output.ShouldContain("Published for the first time: there are no earlier menus, so rollback has nothing to go back to yet.");
        second.Output.ShouldContain("Published. The way back: linebot rich-menu rollback");
    }

    [Fact]
    public async Task Sees_a_menu_that_was_made_by_hand_under_the_same_name_and_replaces_it()
    {
        await using var channel = await MenuChannel.StartAsync();
        await RunAsync(channel, "apply");
        var published = (await channel.LookAsync()).Behind("linebot-user-ja").ShouldNotBeNull().Menu;
        var byHand = await channel.Line.CreateRichMenuAsync(published with { Areas = [.. published.Areas.Skip(1), published.Areas[0] with { Action = new MessageAction(null, "hello") }] });
        await channel.Line.UploadRichMenuImageAsync(byHand, await File.ReadAllBytesAsync(Path.Combine(channel.Folder, "user.png")));
        await channel.Line.UpdateRichMenuAliasAsync(new RichMenuAlias("linebot-user-ja", byHand));

        var forged = await RunAsync(channel, "status", "--json");
        var sentence = await RunAsync(channel, "status");
        var apply = await RunAsync(channel, "apply");
        var status = await RunAsync(channel, "status", "--json");

        (forged.ExitCode, States(forged)).ShouldBe((1, "current, forged, old"));
        sentence.Output.ShouldContain("made by hand: same name, another content; apply replaces it");
        apply.ExitCode.ShouldBe(0, apply.Error);
        (status.ExitCode, States(status)).ShouldBe((0, "current, kept"));
    }

    [Fact]
    public async Task Stops_before_customers_see_anything_where_somebody_else_publishes_at_the_same_time()
    {
        await using var channel = await MenuChannel.StartAsync();
        await RunAsync(channel, "apply");
        channel.Edit("user.json", "メニュー", "めにゅー");
        var plan = await channel.PlanAsync();
        channel.Edit("user.json", "めにゅー", "menu");
        await RunAsync(channel, "apply");
        var seen = await channel.AsSeenAsync();

        await Should.ThrowAsync<MenuConflictException>(channel.DoAsync(plan));

        // What was made for it is left over, and the next one removes it.
        (await channel.AsSeenAsync()).Split('\n').Except(seen.Split('\n')).ShouldBe([plan.Targets["linebot-user-ja"].Name]);
    }

    [Fact]
    public async Task Tells_that_somebody_else_publishes_at_the_same_time()
    {
        await using var channel = await MenuChannel.StartAsync();
        await RunAsync(channel, "apply");
        channel.Edit("user.json", "メニュー", "めにゅー");
        var shown = await channel.IdBehindAsync("linebot-user-ja");
        channel.Platform.Record.Changed += SomebodyBegins;

        var run = await RunAsync(channel, "apply");

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("2 of 8 steps are done and stay done.");
        run.Error.ShouldContain("Somebody else is changing this channel's menus at the same time. Nothing that customers see was changed.");
        run.Error.ShouldContain("next: Wait until they are done, see with linebot rich-menu status");
        (await channel.IdBehindAsync("linebot-user-ja")).ShouldBe(shown);

        // While the picture of the first is on its way.
        void SomebodyBegins(object? sender, EventArgs e)
        {
            if (channel.Platform.Record.Calls[^1] is not { Method: "POST", Path: var path } || !path.EndsWith("/content", StringComparison.Ordinal))
                return;
            channel.Platform.Record.Changed -= SomebodyBegins;
            channel.Line.CreateRichMenuAliasAsync(new RichMenuAlias(MenuNames.Applying, shown)).GetAwaiter().GetResult();
        }
    }

    [Fact]
    public async Task Of_two_who_begin_at_the_same_moment_one_goes_on()
    {
        await using var channel = await MenuChannel.StartAsync();
        await channel.PublishAsync();
        channel.Edit("user.json", "メニュー", "めにゅー");
        var shown = await channel.IdBehindAsync("linebot-user-ja");
        channel.Wire.Meanwhile = async request =>
        {
            // After this one has seen that it is alone.
            if (!request.RequestUri!.AbsolutePath.EndsWith("/richmenu/alias", StringComparison.Ordinal))
                return;
            channel.Wire.Meanwhile = null;
            await channel.Line.CreateRichMenuAliasAsync(new RichMenuAlias(MenuNames.Applying, shown));
        };

        await Should.ThrowAsync<MenuConflictException>(channel.PublishAsync());

        (await channel.IdBehindAsync("linebot-user-ja")).ShouldBe(shown);
    }

    [Fact]
    public async Task Says_until_when_it_waits_for_LINE_and_goes_on()
    {
        await using var channel = await MenuChannel.StartAsync();
        for (var made = 0; made < 99; made++)
            await channel.AddForeignAsync();

        var run = await RunAsync(channel, "apply");

        run.ExitCode.ShouldBe(0);
        run.Error.ShouldMatch(@"LINE's limit is reached \(100 creations and 100 deletions an hour\)\. Trying again at \d\d:\d\d\.");
        (await RunAsync(channel, "status")).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Stops_at_the_limit_where_it_is_told_to_and_goes_on_later()
    {
        await using var channel = await MenuChannel.StartAsync();
        for (var made = 0; made < 97; made++)
            await channel.AddForeignAsync();

        var stopped = await RunAsync(channel, "apply", "--no-wait");
        channel.Clock.Turn(TimeSpan.FromHours(1));
        var rest = await RunAsync(channel, "apply", "--no-wait");

        stopped.ExitCode.ShouldBe(1);
        stopped.Error.ShouldContain("6 of 27 steps are done and stay done. Running this again goes on from there.");
        stopped.Error.ShouldContain("429");
        stopped.Output.ShouldContain("upload the picture");
        rest.ExitCode.ShouldBe(0);
        (await channel.LookAsync()).Own.Count.ShouldBe(8);
    }

    [Theory]
    [InlineData(ApiFault.ResetAfter, "LINE cannot be reached.", "next: Check the network")]
    [InlineData(ApiFault.FailBefore, "LINE answered 500 to 'set default rich menu'", "next: LINE has trouble of its own. Run this again later.")]
    [InlineData(ApiFault.FailAfter, "LINE answered 500 to 'set default rich menu'", "next: LINE has trouble of its own. Run this again later.")]
    public async Task Says_how_far_it_came_when_LINE_fails_it_and_goes_on_from_there(ApiFault fault, string sentence, string wayOn)
    {
        await using var channel = await MenuChannel.StartAsync();
        channel.Platform.Faults.Add(fault, path: "/v2/bot/user/all/richmenu/", times: 1);

        var stopped = await RunAsync(channel, "apply");
        var rest = await RunAsync(channel, "apply");

        stopped.ExitCode.ShouldBe(1);
        stopped.Error.ShouldContain(sentence);
        stopped.Error.ShouldContain("25 of 27 steps are done and stay done.");
        stopped.Error.ShouldContain(wayOn);
        rest.ExitCode.ShouldBe(0);
        (await RunAsync(channel, "status")).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Says_when_LINE_needs_longer_than_anybody_wants_to_wait()
    {
        await using var channel = await MenuChannel.StartAsync();
        await RunAsync(channel, "apply");
        channel.Edit("user.json", "メニュー", "めにゅー");
        channel.Platform.RichMenuChores.Lag = TimeSpan.FromMinutes(10);

        var stopped = await RunAsync(channel, "apply", "--no-wait");
        var status = await RunAsync(channel, "status", "--json");
        var rest = await RunAsync(channel, "apply");

        stopped.ExitCode.ShouldBe(1);
        stopped.Error.ShouldContain("LINE is still giving the new menus to everybody who has an old one.");
        stopped.Error.ShouldContain("next: The new menus are shown");
        stopped.Error.ShouldNotContain("was begun and is not finished");
        rest.Error.ShouldContain("A change of this channel's menus was begun and is not finished; this goes on from there. If somebody else is still at it, stop with Ctrl+C.");
        States(status).ShouldBe("changing, current, kept");
        rest.ExitCode.ShouldBe(0);
        (await RunAsync(channel, "status")).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Gives_the_stores_customers_their_menus()
    {
        await using var channel = await MenuChannel.StartAsync();
        await using var store = new TempDatabase();
        var friends = Enumerable.Range(0, 3).Select(number => channel.Platform.AddFriend($"{number}")).ToList();
        await store.WriteAsync(tx => friends.ForEach(friend => tx.Execute(
            "INSERT INTO line_accounts (line_user_id, language, created_at) VALUES (@UserId, 'en', 0)", new { friend.UserId })));
        var settings = channel.Settings;
        (settings["Storage:Provider"], settings["Storage:ConnectionString"]) = (store.Store.Options.Provider, store.ConnectionString);

        var plan = await RunAsync(channel, settings, "plan");
        var run = await RunAsync(channel, settings, "apply");

        plan.Output.ShouldContain("3 customers of the store, 500 in a call");
        plan.Output.ShouldNotContain("no store");
        run.ExitCode.ShouldBe(0);
        friends.ShouldAllBe(friend => friend.RichMenu!.Name.StartsWith("linebot-none-en@", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Publishes_nothing_from_a_folder_with_faults()
    {
        await using var channel = await MenuChannel.StartAsync();
        channel.Edit("both.json", "\"x\": 1667, \"y\": 843, \"width\": 833", "\"x\": 1667, \"y\": 843, \"width\": 832");

        var run = await RunAsync(channel, "apply");

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("both.json areas");
        run.Error.ShouldContain("linebot rich-menu check");
        channel.Platform.Record.Calls.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("none.json", "\"areas\"", "areas", "none.json:6:3")]
    [InlineData("none.json", "\"areas\"", "\"aeras\"", "none.json")]
    public async Task Names_the_place_that_was_broken_by_hand(string file, string old, string replacement, string place)
    {
        await using var channel = await MenuChannel.StartAsync();
        channel.Edit(file, old, replacement);

        var run = await RunAsync(channel, "check");

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain($"where: {place}");
    }

    [Fact]
    public async Task Says_what_is_wrong_with_the_channel()
    {
        await using var channel = await MenuChannel.StartAsync();
        var settings = channel.Settings;
        string[] status = ["rich-menu", "status", "--folder", channel.Folder];

        var wrongToken = await CliRun.OfAsync(new Dictionary<string, string>(settings) { ["Line:ChannelAccessToken"] = "wrong" }, status);
        var noToken = await CliRun.OfAsync(new Dictionary<string, string>(settings) { ["Line:ChannelAccessToken"] = "" }, status);
        var noAddress = await CliRun.OfAsync(new Dictionary<string, string>(settings) { ["Line:ApiBaseUrl"] = "line" }, status);
        var noHost = await CliRun.OfAsync(new Dictionary<string, string>(settings) { ["Line:ApiBaseUrl"] = "http://127.0.0.1:9" }, status);

        wrongToken.Error.ShouldContain("401");
        wrongToken.Error.ShouldContain("Check Line:ChannelAccessToken");
        noToken.Error.ShouldContain("Line:ChannelId is missing");
        noAddress.Error.ShouldContain("Line:ApiBaseUrl is no URL");
        noHost.Error.ShouldContain("LINE cannot be reached");
        new[] { wrongToken, noToken, noAddress, noHost }.ShouldAllBe(run => run.ExitCode == 1 && run.Error.Contains("next: "));
    }

    [Fact]
    public async Task Takes_a_channel_id_and_secret_in_place_of_a_token()
    {
        await using var channel = await MenuChannel.StartAsync();
        var settings = channel.Settings;
        settings["Line:ChannelAccessToken"] = "";
        settings["Line:ChannelId"] = channel.Platform.Channel.Id;
        settings["Line:ChannelSecret"] = channel.Platform.Channel.Secret;

        var run = await CliRun.OfAsync(settings, "rich-menu", "status", "--folder", channel.Folder, "--json");

        States(run).ShouldBe("missing");
    }

    private static Task<CliRun> RunAsync(MenuChannel channel, string verb, params string[] options) =>
        RunAsync(channel, channel.Settings, verb, options);

    private static Task<CliRun> RunAsync(MenuChannel channel, Dictionary<string, string> settings, string verb, params string[] options) =>
        CliRun.OfAsync(settings, new HurriedClock(channel.Clock),
            ["rich-menu", verb, .. verb == "rollback" ? (string[])[] : ["--folder", channel.Folder], .. options]);

    private static string States(CliRun status) =>
        string.Join(", ", status.Json.EnumerateArray().Select(row => row.GetProperty("state").GetString()).Distinct().Order());

    private static IEnumerable<string> Differs(CliRun status) =>
        status.Json.EnumerateArray().Where(row => row.GetProperty("differs").GetString() != "none")
            .Select(row => $"{row.GetProperty("menu").GetString()}: {row.GetProperty("differs").GetString()}");

    private static string Acts(CliRun plan) =>
        string.Join(", ", plan.Json.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("act").GetString()));
}
