using System.Diagnostics;
using LineBot.Simulator.Bot;
using LineBot.Simulator.Clock;
using LineBot.Simulator.Platform;
using LineBot.Tests.Drivers;

namespace LineBot.Tests.Simulator.Bot;

public sealed class BotProcessTests
{
    [Fact]
    public async Task Answers_is_killed_started_again_and_keeps_what_it_had()
    {
        var folder = Directory.CreateTempSubdirectory("linebot-test-").FullName;
        using var clock = new TurnableClock();
        await using var server = await PlatformServer.StartAsync(clock);
        server.Platform.Webhooks.Timeout = Eventually.Patience;
        var settings = BotSettings.For(server.Platform.Channel, server.Address, new Uri($"http://127.0.0.1:{FreePort.Find()}"), folder);
        await using (var bot = new BotProcess(settings, clock))
        {
            server.Platform.Webhooks.Url = bot.WebhookUrl;
            var phone = server.Platform.AddFriend("はな");
            using var talk = new TalkReader(phone);
            await bot.StartAsync();
            await phone.SendTextAsync("連携");
            var before = await talk.NextAsync(Eventually.Patience);

            await bot.KillAsync();
            (await phone.SendTextAsync("連携"))!.IsAccepted.ShouldBeFalse();
            // Turned while it is down, its clock has to be right when it is back: or it would take the reply token for a late one.
            clock.Turn(TimeSpan.FromDays(40));
            await bot.StartAsync();
            await phone.SendTextAsync("連携");
            (await talk.NextAsync(Eventually.Patience)).Text.ShouldBe(before.Text);

            clock.Turn(TimeSpan.FromDays(40));
            await Eventually.IsSoAsync(
                () => bot.Lines.Any(line => line.StartsWith(ServiceMode.TurnedLine, StringComparison.Ordinal)),
                $"the service's clock to be turned; it wrote:\n{string.Join('\n', bot.Lines)}");
            await phone.SendTextAsync("連携");
            (await talk.NextAsync(Eventually.Patience)).Text.ShouldBe(before.Text);
            server.Platform.Record.Calls.ShouldAllBe(call => call.Refusal == null);
        }
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_service_that_cannot_start_says_why()
    {
        await using var bot = new BotProcess(new Dictionary<string, string> { ["Urls"] = $"http://127.0.0.1:{FreePort.Find()}", ["Line:ChannelSecret"] = "" });

        var failure = await Should.ThrowAsync<InvalidOperationException>(bot.StartAsync);

        failure.Message.ShouldContain("Line:ChannelSecret");
        bot.IsRunning.ShouldBeFalse();
    }

    [Fact]
    public async Task Dies_with_its_parent()
    {
        var folder = Directory.CreateTempSubdirectory("linebot-test-").FullName;
        await using var server = await PlatformServer.StartAsync();
        var start = OwnExecutable.With(ServiceMode.Argument);
        (start.RedirectStandardInput, start.RedirectStandardOutput, start.UseShellExecute) = (true, true, false);
        foreach (var (key, value) in BotSettings.For(server.Platform.Channel, server.Address, new Uri($"http://127.0.0.1:{FreePort.Find()}"), folder))
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        using var child = Process.Start(start)!;
        child.OutputDataReceived += (_, _) => { };
        child.BeginOutputReadLine();

        // However a parent dies, its end of this pipe is closed.
        child.StandardInput.Close();

        await child.WaitForExitAsync().WaitAsync(Eventually.Patience, TimeProvider.System);
        child.ExitCode.ShouldBe(0);
        Directory.Delete(folder, recursive: true);
    }
}
