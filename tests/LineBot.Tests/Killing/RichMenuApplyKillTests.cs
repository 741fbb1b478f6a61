using System.Diagnostics;
using System.Text.Json;
using LineBot.Cli;
using LineBot.RichMenu;
using LineBot.Simulator.Bot;
using LineBot.Simulator.Platform;
using LineBot.Tests.Drivers;
using LineBot.Tests.RichMenu.Publishing;

namespace LineBot.Tests.Killing;

/// <summary>The process that publishes the menus is killed again and again; each next one goes on, and none does anything twice.</summary>
public sealed class RichMenuApplyKillTests
{
    [Fact]
    public async Task Publishes_each_menu_once_however_often_it_dies()
    {
        await using var channel = await MenuChannel.StartAsync();
        var settings = Path.Combine(channel.Folder, "settings.json");
        await File.WriteAllTextAsync(settings, JsonSerializer.Serialize(channel.Settings));
        // Slow enough to be killed between two calls.
        channel.Platform.Faults.Delay = TimeSpan.FromMilliseconds(50);
        channel.Platform.Faults.Add(ApiFault.Delay);

        foreach (var calls in (int[])[3, 12, 20])
        {
            using var apply = Start(channel, settings);
            await Eventually.IsSoAsync(() => apply.HasExited || Changes(channel) >= calls, $"{calls} calls");
            apply.HasExited.ShouldBeFalse("it was to be killed half-way");
            apply.Kill();
            await apply.WaitForExitAsync();
        }
        channel.Platform.Faults.Clear();
        using var last = Start(channel, settings);
        await last.WaitForExitAsync();

        last.ExitCode.ShouldBe(0);
        var look = await channel.LookAsync();
        look.Aliases.Keys.ShouldBe(MenuNames.Aliases, ignoreOrder: true);
        look.DefaultId.ShouldBe(look.Aliases[MenuNames.DefaultAlias]);
        look.All.Count.ShouldBe(8);
        (await channel.PlanAsync()).Steps.ShouldBeEmpty();
    }

    private static Process Start(MenuChannel channel, string settings) => Process.Start(new ProcessStartInfo(
        OwnExecutable.DotnetHost(),
        [typeof(CommandLine).Assembly.Location, "rich-menu", "apply", "--folder", channel.Folder, "--settings", settings, "--json"])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    private static int Changes(MenuChannel channel) => channel.Platform.Record.Calls.Count(call => call.Method != "GET");
}
