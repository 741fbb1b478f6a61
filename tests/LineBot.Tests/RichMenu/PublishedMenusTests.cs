using LineBot.Language;
using LineBot.RichMenu;
using LineBot.Simulator.Clock;
using LineBot.Simulator.Platform;

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
    public async Task Asks_LINE_once_a_minute()
    {
        await using var channel = await MenuChannel.StartAsync();
        await channel.PublishAsync();
        using var clock = new TurnableClock(Noon, runs: false);
        using var menus = new PublishedMenus(channel.Line, clock);
        var before = Looks(channel);

        await IdAsync(menus);
        clock.Turn(TimeSpan.FromSeconds(59));
        await IdAsync(menus);
        (Looks(channel) - before).ShouldBe(1);
        clock.Turn(TimeSpan.FromSeconds(1));
        await IdAsync(menus);
        (Looks(channel) - before).ShouldBe(2);
    }

    [Fact]
    public async Task Links_the_menu_that_was_published_since_it_last_looked()
    {
        await using var channel = await MenuChannel.StartAsync();
        await channel.PublishAsync();
        using var clock = new TurnableClock(Noon, runs: false);
        using var menus = new PublishedMenus(channel.Line, clock);
        var customer = channel.Platform.AddFriend("はな");
        await IdAsync(menus);
        channel.Edit("both.json", "メニュー", "めにゅー");
        await channel.PublishAsync();

        await menus.LinkAsync(customer.UserId, LinkState.Both, Tongue.Japanese, CancellationToken.None);

        (await channel.Line.GetRichMenuIdOfUserAsync(customer.UserId)).ShouldBe((await channel.Line.GetRichMenuAliasAsync("linebot-both-ja"))!.RichMenuId);
    }

    [Fact]
    public async Task Goes_by_what_it_knew_while_LINE_is_down()
    {
        await using var channel = await MenuChannel.StartAsync();
        await channel.PublishAsync();
        using var clock = new TurnableClock(Noon, runs: false);
        using var menus = new PublishedMenus(channel.Line, clock);
        var known = await IdAsync(menus);
        clock.Turn(TimeSpan.FromMinutes(2));
        channel.Platform.Faults.Add(ApiFault.FailBefore);

        (await IdAsync(menus)).ShouldBe(known);
    }

    private static Task<string?> IdAsync(PublishedMenus menus) => menus.IdOfAsync(LinkState.Both, Tongue.Japanese, CancellationToken.None);

    private static int Looks(MenuChannel channel) => channel.Platform.Record.Calls.Count(call => call.Path.EndsWith("/alias/list", StringComparison.Ordinal));
}
