using LineBot.Simulator.Bot;
using LineBot.Simulator.Platform;
using LineBot.Tests.Drivers;

namespace LineBot.Tests.Killing;

public sealed class StopTests
{
    /// <summary>What a host leaves before it kills.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Ends_in_time_when_told_to_though_LINE_does_not_answer_and_says_afterwards_what_was_left()
    {
        var folder = Directory.CreateTempSubdirectory("linebot-stop-").FullName;
        await using var server = await PlatformServer.StartAsync(new PatientClock());
        var settings = BotSettings.For(server.Platform.Channel, server.Address, new Uri($"http://127.0.0.1:{FreePort.Find()}"), folder);
        await using var service = new BotProcess(settings);
        server.Platform.Webhooks.Url = service.WebhookUrl;
        await service.StartAsync();
        var phones = Enumerable.Range(0, 5).Select(i => server.Platform.AddFriend($"客{i}")).ToList();
        // The first event of a process is the slowest: whether LINE waited for it is not what this is about.
        await server.Platform.AddFriend("はじめ").SendTextAsync("残量");
        server.Platform.Faults.Delay = TimeSpan.FromSeconds(60);
        server.Platform.Faults.Add(ApiFault.Delay, 1, "/message/");
        foreach (var phone in phones)
            (await phone.SendTextAsync("残量"))!.IsAccepted.ShouldBeTrue();

        var started = TimeProvider.System.GetTimestamp();
        await service.StopAsync();
        TimeProvider.System.GetElapsedTime(started).ShouldBeLessThan(Longest);

        server.Platform.Faults.Clear();
        await service.StartAsync();
        await Eventually.IsSoAsync(() => phones.TrueForAll(phone => Heard(phone) > 0), "all answers to be heard after the start");
        phones.ShouldAllBe(phone => Heard(phone) == 1);
        await service.StopAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static int Heard(LinePhone phone) => phone.Talk.Count(entry => entry.Side == TalkSide.Bot);
}
