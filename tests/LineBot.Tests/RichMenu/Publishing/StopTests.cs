using LineBot.RichMenu;
using LineBot.RichMenu.Publishing;

namespace LineBot.Tests.RichMenu.Publishing;

/// <summary>
/// Whoever publishes dies after each single call that LINE takes, without hearing its answer: nobody is ever without a menu, and the next run
/// comes to the same end as one that was left in peace.
/// </summary>
public sealed class StopTests
{
    [Fact]
    public Task A_first_publication_goes_on_after_a_stop_at_any_call() => StopsEverywhereAsync(
        _ => Task.CompletedTask, channel => channel.PublishAsync(), channel => channel.PublishAsync());

    [Fact]
    public Task A_change_goes_on_after_a_stop_at_any_call() => StopsEverywhereAsync(
        ChangedTwiceAsync, channel => channel.PublishAsync(), channel => channel.PublishAsync());

    [Fact]
    public Task Going_back_goes_on_after_a_stop_at_any_call() => StopsEverywhereAsync(
        async channel =>
        {
            await ChangedTwiceAsync(channel);
            await channel.PublishAsync();
        },
        channel => channel.GoBackAsync(),
        async channel =>
        {
            // Killed after its last call, it was done all the same.
            if (MenuPlanner.Back(await channel.LookAsync()) is { Steps.Count: > 0 } plan)
                await channel.DoAsync(plan);
        });

    [Fact]
    public async Task A_change_that_stopped_can_be_undone_at_any_call()
    {
        await using var untouched = await MenuChannel.StartAsync();
        await ChangedTwiceAsync(untouched);
        var (before, beforeThat) = (await ShownAsync(untouched), await KeptAsync(untouched));

        for (var calls = 1; ; calls++)
        {
            await using var channel = await MenuChannel.StartAsync();
            await ChangedTwiceAsync(channel);
            channel.Wire.Left = calls;
            var hasStopped = await DiesAsync(() => channel.PublishAsync());
            channel.Wire.Left = null;
            var look = await channel.LookAsync();
            var isSwitching = look.IsChanging || look.Before is null;
            if (MenuPlanner.Back(look) is { } back)
                await channel.DoAsync(back);

            var shown = await ShownAsync(channel);
            if (!hasStopped)
            {
                shown.ShouldBe(before);
                return;
            }
            // Until the change begins to be seen, going back is still from the one before; never is it to some of this time and some of that.
            (isSwitching ? [before] : new[] { before, beforeThat }).ShouldContain(shown, $"stopped after call {calls}");
            channel.Platform.Phones.ShouldAllBe(phone => phone.RichMenu != null);
        }
    }

    [Fact]
    public async Task A_change_that_stopped_gives_way_to_another()
    {
        await using var straight = await MenuChannel.StartAsync();
        await ChangedTwiceAsync(straight);
        straight.Edit("both.json", "メニュー♪", "めにゅー");
        await straight.PublishAsync();

        for (var calls = 1; ; calls++)
        {
            await using var channel = await MenuChannel.StartAsync();
            await ChangedTwiceAsync(channel);
            channel.Wire.Left = calls;
            await DiesAsync(() => channel.PublishAsync());
            channel.Wire.Left = null;
            if ((await channel.PlanAsync()).Steps.Count == 0)
                return;
            channel.Edit("both.json", "メニュー♪", "めにゅー");

            await channel.PublishAsync();

            (await channel.AsSeenAsync()).ShouldBe(await straight.AsSeenAsync(), $"stopped after call {calls}");
        }
    }

    /// <summary>Published, changed and published again, and changed once more in the folder; with customers of several kinds.</summary>
    private static async Task ChangedTwiceAsync(MenuChannel channel)
    {
        await channel.PublishAsync();
        foreach (var alias in (string[])["linebot-user-ja", "linebot-both-ja", "linebot-both-en", "linebot-none-en", "linebot-none-ja"])
            await channel.FriendWithAsync(alias);
        channel.Platform.AddFriend("who has the default");
        await channel.AddForeignAsync();
        channel.Edit("user.json", "メニュー", "めにゅー");
        channel.Edit("none.json", "メニュー", "めにゅー");
        await channel.PublishAsync();
        channel.Edit("both.json", "メニュー", "メニュー♪");
        channel.Edit("none.json", "めにゅー", "はじめに");
        channel.Redraw("both.en");
    }

    private static async Task StopsEverywhereAsync(
        Func<MenuChannel, Task> prepare, Func<MenuChannel, Task> act, Func<MenuChannel, Task> again)
    {
        await using var straight = await MenuChannel.StartAsync();
        await prepare(straight);
        await act(straight);
        var expected = await straight.AsSeenAsync();

        for (var calls = 0; ; calls++)
        {
            await using var channel = await MenuChannel.StartAsync();
            await prepare(channel);
            var hadMenus = channel.Platform.Phones.Count > 0;
            channel.Wire.Left = calls;
            var hasStopped = await DiesAsync(() => act(channel));
            channel.Wire.Left = null;
            if (hadMenus)
                channel.Platform.Phones.ShouldAllBe(phone => phone.RichMenu != null, $"stopped after call {calls}");

            await again(channel);

            (await channel.AsSeenAsync()).ShouldBe(expected, $"stopped after call {calls}");
            if (!hasStopped)
            {
                calls.ShouldBeGreaterThan(5);
                return;
            }
        }
    }

    private static async Task<bool> DiesAsync(Func<Task> act)
    {
        try
        {
            await act();
            return false;
        }
        catch (DiedException)
        {
            return true;
        }
    }

    private static async Task<string> ShownAsync(MenuChannel channel) => await NamesAsync(channel, alias => alias);

    private static async Task<string> KeptAsync(MenuChannel channel) => await NamesAsync(channel, MenuNames.Before);

    private static async Task<string> NamesAsync(MenuChannel channel, Func<string, string> aliasOf)
    {
        var look = await channel.LookAsync();
        return string.Join('\n', MenuNames.Aliases.Select(alias => look.Behind(aliasOf(alias))?.Menu.Name));
    }
}
