using Line.Messaging;
using LineBot.RichMenu;
using LineBot.RichMenu.Publishing;

namespace LineBot.Tests.RichMenu.Publishing;

public sealed class MenuPublisherTests
{
    [Fact]
    public async Task Publishes_eight_menus_with_pictures_aliases_and_the_default()
    {
        await using var channel = await MenuChannel.StartAsync();

        await channel.PublishAsync();

        var seen = await channel.LookAsync();
        seen.Aliases.Keys.ShouldBe(MenuNames.Aliases, ignoreOrder: true);
        seen.DefaultId.ShouldBe(seen.Aliases["linebot-none-ja"]);
        foreach (var menu in MenuFolder.Load(channel.Folder).Menus)
            (await channel.Line.DownloadRichMenuImageAsync(seen.Aliases[menu.Alias])).ShouldBe(menu.Image);
    }

    [Fact]
    public async Task Changes_nothing_when_nothing_changed()
    {
        await using var channel = await MenuChannel.StartAsync();
        await channel.PublishAsync();
        var before = channel.Platform.Record.Calls.Count;

        (await channel.PublishAsync()).ShouldBeEmpty();

        channel.Platform.Record.Calls.Skip(before).ShouldAllBe(call => call.Method == "GET");
    }

    [Fact]
    public async Task Replaces_only_what_changed_takes_its_customers_along_and_keeps_the_old_one_for_going_back()
    {
        await using var channel = await MenuChannel.StartAsync();
        await channel.PublishAsync();
        var child = await channel.FriendWithAsync("linebot-user-ja");
        var old = await channel.NameBehindAsync("linebot-user-ja");
        channel.Edit("user.json", "メニュー", "メニュー♪");

        var steps = await channel.PublishAsync();

        steps.Select(step => step.Act).ShouldBe(
            [MenuAct.Create, MenuAct.Upload, MenuAct.Keep, MenuAct.Begin, MenuAct.Point, MenuAct.Wait, MenuAct.Move, MenuAct.Finish]);
        var current = await channel.NameBehindAsync("linebot-user-ja");
        current.ShouldNotBe(old);
        child.RichMenu!.Name.ShouldBe(current);
        (await channel.NameBehindAsync("linebot-user-ja-before")).ShouldBe(old);
        (await channel.NameBehindAsync("linebot-both-ja-before")).ShouldBe(await channel.NameBehindAsync("linebot-both-ja"));
        (await channel.LookAsync()).Own.Count.ShouldBe(9);
    }

    [Fact]
    public async Task Removes_what_was_there_before_the_change_before()
    {
        await using var channel = await MenuChannel.StartAsync();
        await channel.PublishAsync();
        var first = await channel.NameBehindAsync("linebot-user-ja");
        var late = await channel.FriendWithAsync("linebot-user-ja");
        channel.Edit("user.json", "メニュー", "メニュー♪");
        await channel.PublishAsync();
        // The service had not heard of the change yet.
        await channel.Line.LinkRichMenuAsync(late.UserId, await channel.IdBehindAsync("linebot-user-ja-before"));
        channel.Edit("both.json", "メニュー", "メニュー♪");

        var steps = await channel.PublishAsync();

        steps.Where(step => step.Act == MenuAct.Remove).ShouldHaveSingleItem().Subject.ShouldBe(first);
        late.RichMenu!.Name.ShouldBe(await channel.NameBehindAsync("linebot-user-ja"));
    }

    [Fact]
    public async Task Leaves_menus_of_others_alone_and_goes_before_the_default_of_the_manager()
    {
        await using var channel = await MenuChannel.StartAsync();
        channel.Platform.RichMenus.HasDefaultOfManager = true;
        var foreign = await channel.AddForeignAsync();

        await channel.PublishAsync();
        channel.Edit("none.json", "メニュー", "はじめに");
        await channel.PublishAsync();
        await channel.GoBackAsync();

        (await channel.Line.GetRichMenuAsync(foreign)).ShouldNotBeNull();
        (await channel.LookAsync()).DefaultId.ShouldBe(await channel.IdBehindAsync("linebot-none-ja"));
    }

    [Fact]
    public async Task Takes_up_what_was_published_under_names_of_before()
    {
        await using var channel = await MenuChannel.StartAsync();
        var old = await channel.AddForeignAsync("linebot-user-ja@ef6078e880a6dfe1");
        await channel.Line.UploadRichMenuImageAsync(old, TestPictures.Blank(1200, 800));
        await channel.Line.CreateRichMenuAliasAsync(new RichMenuAlias("linebot-user-ja", old));
        var child = await channel.FriendWithAsync("linebot-user-ja");

        await channel.PublishAsync();

        child.RichMenu!.Name.ShouldBe(await channel.NameBehindAsync("linebot-user-ja"));
        (await channel.Line.GetRichMenuAsync(old)).ShouldBeNull();
    }

    [Fact]
    public async Task Keeps_all_old_menus_while_LINE_is_still_moving_their_customers()
    {
        await using var channel = await MenuChannel.StartAsync();
        await channel.PublishAsync();
        var child = await channel.FriendWithAsync("linebot-user-ja");
        channel.Edit("user.json", "メニュー", "メニュー♪");
        channel.Platform.RichMenuChores.Lag = TimeSpan.FromHours(1);

        var stopped = await Should.ThrowAsync<MenuMoveException>(() => channel.PublishAsync(new PublishingWays { LongestMove = TimeSpan.FromMinutes(59) }));

        stopped.HasFailed.ShouldBeFalse();
        child.RichMenu!.Name.ShouldBe(await channel.NameBehindAsync("linebot-user-ja-before"));
        Polls(channel).ShouldBeLessThanOrEqualTo(100, "LINE tells how far it is a hundred times an hour");
        await channel.PublishAsync(new PublishingWays { LongestMove = TimeSpan.FromMinutes(61) });
        child.RichMenu!.Name.ShouldBe(await channel.NameBehindAsync("linebot-user-ja"));
    }

    [Fact]
    public async Task Moves_the_rest_where_LINE_could_not_move_everybody_at_first()
    {
        await using var channel = await MenuChannel.StartAsync();
        await channel.PublishAsync();
        var children = new[] { await channel.FriendWithAsync("linebot-user-ja"), await channel.FriendWithAsync("linebot-user-ja") };
        channel.Edit("user.json", "メニュー", "メニュー♪");
        channel.Platform.RichMenuChores.BatchesToFail = 1;

        (await Should.ThrowAsync<MenuMoveException>(() => channel.PublishAsync())).HasFailed.ShouldBeTrue();
        children.ShouldAllBe(child => child.RichMenu != null);
        var rest = await channel.PublishAsync();

        rest.Select(step => step.Act).ShouldBe([MenuAct.Wait, MenuAct.Move, MenuAct.Finish]);
        var current = await channel.NameBehindAsync("linebot-user-ja");
        children.ShouldAllBe(child => child.RichMenu!.Name == current);
    }

    [Fact]
    public async Task Moves_again_whom_it_moved_before_it_went_back()
    {
        await using var channel = await MenuChannel.StartAsync();
        await channel.PublishAsync();
        var child = await channel.FriendWithAsync("linebot-user-ja");
        var old = await channel.NameBehindAsync("linebot-user-ja");
        channel.Edit("user.json", "メニュー", "メニュー♪");

        await channel.PublishAsync();
        var current = await channel.NameBehindAsync("linebot-user-ja");
        await channel.GoBackAsync();
        child.RichMenu!.Name.ShouldBe(old);
        await channel.PublishAsync();

        child.RichMenu!.Name.ShouldBe(current);
    }

    [Fact]
    public async Task Waits_for_LINE_where_there_were_too_many_and_says_until_when()
    {
        await using var channel = await MenuChannel.StartAsync();
        for (var made = 0; made < 99; made++)
            await channel.AddForeignAsync();
        var pauses = new List<RateLimitPause>();

        await channel.PublishAsync(new PublishingWays { LongestWait = TimeSpan.FromHours(1), Waits = pauses.Add });

        pauses.ShouldNotBeEmpty();
        pauses.ShouldAllBe(pause => pause.Operation == "create rich menu");
        (await channel.LookAsync()).Shown.ShouldNotBeNull();
        channel.Platform.Record.Calls.Count(call => call.Status == 429).ShouldBe(pauses.Count);
    }

    [Fact]
    public async Task Stops_where_there_were_too_many_and_nobody_wants_to_wait()
    {
        await using var channel = await MenuChannel.StartAsync();
        for (var made = 0; made < 99; made++)
            await channel.AddForeignAsync();

        var stopped = await Should.ThrowAsync<LineApiException>(() => channel.PublishAsync(new PublishingWays()));

        ((int)stopped.StatusCode).ShouldBe(429);
        channel.Clock.Turn(TimeSpan.FromMinutes(5));
        await channel.PublishAsync();
        (await channel.LookAsync()).Own.Count.ShouldBe(8, "none was made twice");
    }

    [Fact]
    public async Task Moves_everybody_a_fourth_time_when_LINE_lets_it()
    {
        await using var channel = await MenuChannel.StartAsync();
        await channel.PublishAsync();
        var child = await channel.FriendWithAsync("linebot-user-ja");
        var pauses = new List<RateLimitPause>();
        for (var change = 1; change <= 4; change++)
        {
            channel.Edit("user.json", change == 1 ? "メニュー" : $"メニュー{change - 1}", $"メニュー{change}");
            await channel.PublishAsync(new PublishingWays { LongestWait = TimeSpan.FromHours(1), Waits = pauses.Add });
            child.RichMenu!.Name.ShouldBe(await channel.NameBehindAsync("linebot-user-ja"));
        }
        pauses.ShouldAllBe(pause => pause.Operation == "start rich menu batch");
        pauses.Count.ShouldBeGreaterThan(0);
    }

    private static int Polls(MenuChannel channel) =>
        channel.Platform.Record.Calls.Count(call => call.Path.Contains("progress/batch", StringComparison.Ordinal));
}
