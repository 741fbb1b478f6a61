using LineBot.Language;
using LineBot.RichMenu;
using LineBot.Simulator.Clock;
using LineBot.Simulator.Platform;
using LineBot.Tests.RichMenu.Publishing;

namespace LineBot.Tests.RichMenu;

public sealed class PublishedMenusTests
{
    private static readonly DateTimeOffset Noon = new(2026, 4, 1, 12, 0, 0, TimeSpan.FromHours(9));

    [Fact]
    public async Task Knows_the_menu_of_each_state_and_language()
    {
        await using var channel = await MenuChannel.StartAsync();
        await channel.PublishAsync();
        using var clock = new TurnableClock(Noon, runs: false);
        using var menus = new PublishedMenus(channel.Line, clock);

        foreach (var (state, tongue) in MenuNames.All)
        {
            var id = await menus.IdOfAsync(state, tongue, CancellationToken.None);
            id.ShouldBe((await channel.Line.GetRichMenuAliasAsync(MenuNames.Alias(state, tongue)))!.RichMenuId);
        }
    }

    [Fact]
    public async Task Has_none_on_an_empty_channel_and_finds_them_once_they_are_published()
    {
        await using var channel = await MenuChannel.StartAsync();
        using var clock = new TurnableClock(Noon, runs: false);
        using var menus = new PublishedMenus(channel.Line, clock);
        (await IdAsync(menus)).ShouldBeNull();

        await channel.PublishAsync();
        (await IdAsync(menus)).ShouldBeNull();
        clock.Turn(TimeSpan.FromSeconds(5));
        (await IdAsync(menus)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Asks_LINE_once_in_ten_seconds()
    {
        await using var channel = await MenuChannel.StartAsync();
        await channel.PublishAsync();
        using var clock = new TurnableClock(Noon, runs: false);
        using var menus = new PublishedMenus(channel.Line, clock);
        var before = Looks(channel);

        await IdAsync(menus);
        clock.Turn(TimeSpan.FromSeconds(9));
        await IdAsync(menus);
        (Looks(channel) - before).ShouldBe(1);
        clock.Turn(TimeSpan.FromSeconds(1));
        await IdAsync(menus);
        (Looks(channel) - before).ShouldBe(2);
    }

    [Fact]
    public async Task Links_the_menu_that_was_published_since_it_last_looked_where_the_old_one_is_gone()
    {
        await using var channel = await MenuChannel.StartAsync();
        await channel.PublishAsync();
        using var clock = new TurnableClock(Noon, runs: false);
        using var menus = new PublishedMenus(channel.Line, clock);
        var customer = channel.Platform.AddFriend("はな");
        await IdAsync(menus);
        channel.Edit("both.json", "メニュー", "めにゅー");
        await channel.PublishAsync();
        channel.Edit("both.json", "めにゅー", "メニュー♪");
        await channel.PublishAsync();

        await menus.LinkAsync(customer.UserId, LinkState.Both, Tongue.Japanese, CancellationToken.None);

        (await channel.Line.GetRichMenuIdOfUserAsync(customer.UserId)).ShouldBe((await channel.Line.GetRichMenuAliasAsync("linebot-both-ja"))!.RichMenuId);
    }

    [Fact]
    public async Task Whoever_is_given_a_menu_while_it_is_being_replaced_gets_the_new_one_too()
    {
        await using var channel = await MenuChannel.StartAsync(runs: false);
        await channel.PublishAsync();
        using var menus = new PublishedMenus(channel.Line, channel.Clock);
        await IdAsync(menus);
        var customer = channel.Platform.AddFriend("はな");
        channel.Edit("both.json", "メニュー", "めにゅー");
        channel.Wire.Meanwhile = async call =>
        {
            if (!call.RequestUri!.AbsolutePath.EndsWith("/alias/linebot-both-ja", StringComparison.Ordinal))
                return;
            await menus.LinkAsync(customer.UserId, LinkState.Both, Tongue.Japanese, CancellationToken.None);
            customer.RichMenu!.Name.ShouldBe(await channel.NameBehindAsync("linebot-both-ja-before"), "the service has not noticed yet");
        };

        await channel.PublishAsync();

        customer.RichMenu!.Name.ShouldBe(await channel.NameBehindAsync("linebot-both-ja"));
    }

    [Fact]
    public async Task Goes_by_what_it_knew_while_LINE_is_down()
    {
        await using var channel = await MenuChannel.StartAsync();
        await channel.PublishAsync();
        using var clock = new TurnableClock(Noon, runs: false);
        using var menus = new PublishedMenus(channel.Line, clock);
        var known = await IdAsync(menus);
        clock.Turn(TimeSpan.FromSeconds(20));
        channel.Platform.Faults.Add(ApiFault.FailBefore);

        (await IdAsync(menus)).ShouldBe(known);
    }

    private static Task<string?> IdAsync(PublishedMenus menus) => menus.IdOfAsync(LinkState.Both, Tongue.Japanese, CancellationToken.None);

    private static int Looks(MenuChannel channel) => channel.Platform.Record.Calls.Count(call => call.Path.EndsWith("/alias/list", StringComparison.Ordinal));
}
