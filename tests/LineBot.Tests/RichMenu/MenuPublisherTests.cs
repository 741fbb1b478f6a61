using Line.Messaging;
using LineBot.RichMenu;
using LineBot.Simulator.Platform;

namespace LineBot.Tests.RichMenu;

public sealed class MenuPublisherTests
{
    [Fact]
    public async Task Publishes_eight_menus_with_pictures_aliases_and_the_default()
    {
        await using var channel = await MenuChannel.StartAsync();

        var result = await channel.PublishAsync();

        result.Failure.ShouldBeNull();
        var aliases = (await channel.Line.ListRichMenuAliasesAsync()).ToDictionary(alias => alias.RichMenuAliasId, alias => alias.RichMenuId);
        aliases.Keys.ShouldBe(
        [
            "linebot-both-en", "linebot-both-ja", "linebot-contractor-en", "linebot-contractor-ja",
            "linebot-none-en", "linebot-none-ja", "linebot-user-en", "linebot-user-ja",
        ], ignoreOrder: true);
        (await channel.Line.GetDefaultRichMenuIdAsync()).ShouldBe(aliases["linebot-none-ja"]);
        foreach (var menu in MenuFolder.Load(channel.Folder).Menus)
            (await channel.Line.DownloadRichMenuImageAsync(aliases[menu.Alias])).ShouldBe(menu.Image);
    }

    [Fact]
    public async Task Changes_nothing_when_nothing_changed()
    {
        await using var channel = await MenuChannel.StartAsync();
        await channel.PublishAsync();
        var before = channel.Platform.Record.Calls.Count;

        var result = await channel.PublishAsync();

        result.Steps.Select(step => step.Action).Distinct().ShouldBe([PublishAction.Unchanged]);
        channel.Platform.Record.Calls.Skip(before).ShouldAllBe(call => call.Method == "GET");
    }

    [Fact]
    public async Task Replaces_only_what_changed_and_takes_its_customers_along()
    {
        await using var channel = await MenuChannel.StartAsync();
        await channel.PublishAsync();
        var child = channel.Platform.AddFriend("こども");
        var old = await IdOf(channel, "linebot-user-ja");
        await channel.Line.LinkRichMenuAsync(child.UserId, old);
        channel.Edit("user.json", "メニュー", "メニュー♪");

        var result = await channel.PublishAsync();

        result.Failure.ShouldBeNull();
        result.Steps.Where(step => step.Action != PublishAction.Unchanged).Select(step => step.Action)
            .ShouldBe([PublishAction.Created, PublishAction.Uploaded, PublishAction.AliasSet, PublishAction.Removed]);
        var current = await IdOf(channel, "linebot-user-ja");
        current.ShouldNotBe(old);
        (await channel.Line.GetRichMenuIdOfUserAsync(child.UserId)).ShouldBe(current);
        (await channel.Line.GetRichMenuAsync(old)).ShouldBeNull();
        (await channel.Line.ListRichMenusAsync()).Count.ShouldBe(8);
    }

    [Fact]
    public async Task Leaves_menus_of_others_alone()
    {
        await using var channel = await MenuChannel.StartAsync();
        var foreign = await channel.Line.CreateRichMenuAsync(new Line.Messaging.RichMenu(
            new RichMenuSize(1200, 800), true, "linebot-none-ja, copied by hand", "Menu",
            [new RichMenuArea(new RichMenuBounds(0, 0, 1200, 800), new MessageAction(null, "hello"))]));

        await channel.PublishAsync();
        channel.Edit("none.json", "メニュー", "はじめに");
        (await channel.PublishAsync()).Failure.ShouldBeNull();

        (await channel.Line.GetRichMenuAsync(foreign)).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("/v2/bot/richmenu/alias", ApiFault.FailBefore)]
    [InlineData("/content", ApiFault.FailBefore)]
    [InlineData("/content", ApiFault.FailAfter)]
    [InlineData("/content", ApiFault.ResetAfter)]
    [InlineData("/v2/bot/user/all/richmenu/", ApiFault.ResetBefore)]
    public async Task Goes_on_where_it_was_stopped(string path, ApiFault fault)
    {
        await using var channel = await MenuChannel.StartAsync();
        channel.Platform.Faults.Add(fault, path: path);
        var stopped = await channel.PublishAsync();
        channel.Platform.Faults.Clear();

        var finished = await channel.PublishAsync();

        stopped.Failure.ShouldNotBeNull();
        finished.Failure.ShouldBeNull();
        (await channel.Line.ListRichMenusAsync()).Count.ShouldBe(8);
        (await channel.PublishAsync()).Steps.ShouldAllBe(step => step.Action == PublishAction.Unchanged);
    }

    [Fact]
    public async Task Keeps_an_old_menu_while_its_customers_cannot_be_moved()
    {
        await using var channel = await MenuChannel.StartAsync();
        await channel.PublishAsync();
        var old = await IdOf(channel, "linebot-none-ja");
        channel.Edit("none.json", "メニュー", "はじめに");
        channel.Platform.Faults.Add(ApiFault.TooMany, path: "/v2/bot/richmenu/batch");

        (await channel.PublishAsync()).Failure.ShouldBeOfType<LineApiException>();

        (await channel.Line.GetRichMenuAsync(old)).ShouldNotBeNull();
    }

    private static async Task<string> IdOf(MenuChannel channel, string alias) =>
        (await channel.Line.GetRichMenuAliasAsync(alias)).ShouldNotBeNull().RichMenuId;
}
