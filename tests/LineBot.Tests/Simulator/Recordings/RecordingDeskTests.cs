using LineBot.Simulator.Recordings;
using LineBot.Tests.Drivers;
using LineBot.Webhook.Recordings;

namespace LineBot.Tests.Simulator.Recordings;

public sealed class RecordingDeskTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("linebot-desk-");

    [Fact]
    public async Task Keeps_each_recording_under_a_name_of_its_own()
    {
        await using var line = await LineTalk.StartAsync();
        using var desk = new RecordingDesk(line.Platform, Path.Combine(_folder.FullName, "recordings"), () => Task.FromResult<IReadOnlyList<string>>(["はな"]));

        (await desk.StopAsync()).ShouldBeNull("nothing is being recorded");
        desk.Start();
        desk.Start();
        desk.IsRecording.ShouldBeTrue();
        await line.Stranger("はな").FollowAsync();
        await line.SettledAsync();
        var first = await desk.StopAsync();
        desk.Start();
        var second = await desk.StopAsync();

        (first, second, desk.Newest).ShouldBe(("talk-20261116-1200.jsonl", "talk-20261116-1200-2.jsonl", "talk-20261116-1200-2.jsonl"));
        desk.IsRecording.ShouldBeFalse();
        var text = await File.ReadAllTextAsync(desk.Find(first!)!);
        text.ShouldContain("⟦name⟧さん");
        text.ShouldNotContain("はな");
        RecordingReader.Read(await File.ReadAllBytesAsync(desk.Find(second!)!)).Entries.OfType<RecordedWebhook>().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("../secret.jsonl")]
    [InlineData("/etc/passwd")]
    [InlineData("none.jsonl")]
    [InlineData("")]
    public async Task Gives_out_nothing_but_its_own_files(string name)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "secret.jsonl"), "secret");
        using var desk = new RecordingDesk(null!, Directory.CreateDirectory(Path.Combine(_folder.FullName, "recordings")).FullName, () => Task.FromResult<IReadOnlyList<string>>([]));

        desk.Find(name).ShouldBeNull();
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
