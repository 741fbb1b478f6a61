using System.Text;
using LineBot.Tests.Drivers;
using LineBot.Webhook;
using LineBot.Webhook.Recordings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LineBot.Tests.Webhook.Recordings;

public sealed class ServiceRecordingTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("linebot-recordings-");

    [Fact]
    public async Task Records_webhooks_and_answers_with_persons_covered()
    {
        string userId;
        await using (var line = await StartAsync(("Webhook:RecordTextsSharedBy", "1")))
        {
            var phone = line.Phone("はな");
            userId = phone.UserId;
            await phone.AskAsync("080-0000-0001の残量は？");
            await phone.AskTapAsync("my-page@1");
            await line.Platform.Webhooks.PostAsync("half {"u8.ToArray());
            (await line.Platform.Webhooks.PostAsync("""{"events":[]}"""u8.ToArray(), signature: "bm8=")).Status.ShouldBe(401);
        }

        var (text, recording) = Only();
        recording.BeganAt.ShouldNotBeNull();
        recording.Entries.OfType<RecordedWebhook>().Select(webhook => webhook.Status).ShouldBe([200, 200]);
        recording.Entries.OfType<RecordedCall>().Count(call => call.Path == "/v2/bot/message/reply").ShouldBe(2);
        recording.Entries.OfType<RecordedCall>().ShouldContain(call => call.Method == "GET" && call.Path.StartsWith("/v2/bot/profile/U") && call.Status == 200);
        text.ShouldContain("000-0000-0000の残量は？");
        text.ShouldContain("マイページログイン");
        text.ShouldNotContain(userId);
        text.ShouldNotContain("はな\"");
        text.ShouldNotContain("080-");
    }

    [Fact]
    public async Task Nothing_of_real_customers_survives_that_others_do_not_share()
    {
        List<string> secrets = [];
        await using (var line = await StartAsync())
        {
            var parent = line.Phone("高橋まち");
            await parent.LinkContractAsync();
            var code = await parent.ReadUserCodeAsync("080-0000-0002");
            var child = line.Phone("りくお");
            await child.LinkSubscriptionAsync(code);
            await child.AskTapAsync("data-remaining@1");
            await parent.AskTapAsync("my-page@1");
            await parent.AskTapAsync("linking/contracts@1");
            await parent.SayAsync("わたしは高橋まちです。息子の陸は甘いものが好き");
            await line.SettledAsync();
            secrets.AddRange([parent.UserId, child.UserId, code, code.Replace(" ", "", StringComparison.Ordinal), "高橋", "りくお", "山田", "花子", "陸", "oya@example.jp", "080-0000", "甘い", "千代田"]);
        }

        var (text, recording) = Only();
        recording.Entries.OfType<RecordedWebhook>().Count().ShouldBeGreaterThan(8);
        text.ShouldContain("data-remaining@1");
        foreach (var secret in secrets)
            text.ShouldNotContain(secret);
    }

    [Fact]
    public async Task Records_nothing_unless_told_to()
    {
        await using var line = await LineTalk.StartAsync();

        line.Services.GetRequiredService<Recorder>().IsOn.ShouldBeFalse();
    }

    [Fact]
    public async Task All_files_together_stay_below_their_bound()
    {
        const long most = 1024 * 1024;
        await using (var line = await StartAsync(("Webhook:MostRecordedBytes", $"{most}")))
        {
            for (var i = 0; i < 100; i++)
            {
                await line.Platform.Webhooks.PostAsync(Large(10_000));
                await line.EventuallyAsync(() => _folder.GetFiles().Sum(LengthOf) <= most + 50_000, "room");
            }
        }

        var files = _folder.GetFiles();
        files.Length.ShouldBeGreaterThan(3);
        files.Sum(file => file.Length).ShouldBeInRange(most / 2, most + 50_000);
        foreach (var file in files)
            RecordingReader.Read(File.ReadAllBytes(file.FullName)).Entries.ShouldNotBeEmpty();
        if (!OperatingSystem.IsWindows())
            files.ShouldAllBe(file => file.UnixFileMode == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    private static long LengthOf(FileInfo file)
    {
        try
        {
            return file.Length;
        }
        catch (FileNotFoundException)
        {
            // It has made room since it was listed.
            return 0;
        }
    }

    [Fact]
    public async Task A_full_disk_stops_the_recording_with_one_line_in_the_log_and_nothing_else()
    {
        await using var line = await StartAsync(new RecordingFolder(_folder.FullName, 1 << 20, _ => new FullDisk()));
        line.Log.Expect("The recording has stopped");
        var phone = line.Phone("はな");
        await phone.AskAsync("一つ目");
        await line.EventuallyAsync(() => !line.Services.GetRequiredService<Recorder>().IsOn, "the recording to stop");

        (await phone.AskAsync("二つ目")).Texts.ShouldNotBeEmpty();

        line.Log.Entries.Count(entry => entry.ToString().Contains("The recording has stopped", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_stops_nothing_but_the_recording()
    {
        var file = Path.Combine(_folder.FullName, "file");
        await File.WriteAllTextAsync(file, "");
        await using var line = await LineTalk.StartAsync(new LineTalkOptions { Settings = new Dictionary<string, string> { ["Webhook:RecordTo"] = Path.Combine(file, "recordings") } });
        line.Log.Expect("The recording has stopped");

        (await line.Phone("はな").AskAsync("残量")).Texts.ShouldNotBeEmpty();
        await line.EventuallyAsync(() => !line.Services.GetRequiredService<Recorder>().IsOn, "the recording to stop");
    }

    [Fact]
    public async Task A_disk_that_hangs_makes_nobody_wait_and_what_is_left_out_is_counted()
    {
        using var disk = new HangingDisk();
        await using (var line = await StartAsync(new RecordingFolder(_folder.FullName, 1 << 30, _ => disk)))
        {
            await line.Platform.Webhooks.PostAsync(Large(1_000));
            await disk.IsReached;
            for (var i = 0; i < 30; i++)
                (await line.Platform.Webhooks.PostAsync(Large(500_000))).Status.ShouldBe(200);
            disk.GoOn();
        }

        var recording = RecordingReader.Read(disk.Written);
        var kept = recording.Entries.OfType<RecordedWebhook>().Count();
        kept.ShouldBeInRange(10, 20, "8 MiB wait for the disk");
        (kept + recording.Entries.OfType<RecordedGap>().Sum(gap => gap.Lost)).ShouldBe(31);
    }

    [Fact]
    public void What_is_left_out_is_told_before_what_comes_next()
    {
        var recorder = new Recorder(Options.Create(new WebhookOptions { RecordTo = "somewhere" }));
        for (var i = 0; i < 5_000; i++)
            recorder.Note("""{"events":[]}"""u8.ToArray(), LineTalk.Noon, 200);

        recorder.TakeLost().ShouldBe(5_000 - 4_096);
        recorder.TakeLost().ShouldBe(0);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private Task<LineTalk> StartAsync(params (string Key, string Value)[] settings) => LineTalk.StartAsync(new LineTalkOptions
    {
        Settings = settings.Append((Key: "Webhook:RecordTo", Value: _folder.FullName)).ToDictionary(setting => setting.Key, setting => setting.Value),
    });

    private static Task<LineTalk> StartAsync(RecordingFolder folder) => LineTalk.StartAsync(new LineTalkOptions
    {
        Settings = new Dictionary<string, string> { ["Webhook:RecordTo"] = "replaced" },
        Configure = builder => builder.Services.AddSingleton(folder),
    });

    private (string Text, Recording Recording) Only()
    {
        var bytes = File.ReadAllBytes(_folder.GetFiles().ShouldHaveSingleItem().FullName);
        return (Encoding.UTF8.GetString(bytes), RecordingReader.Read(bytes));
    }

    private static byte[] Large(int size) => Encoding.UTF8.GetBytes($$"""{"events":[],"padding":"{{new string('x', size)}}"}""");

    private sealed class FullDisk : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("No space left on device");
    }

    private sealed class HangingDisk : MemoryStream
    {
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ManualResetEventSlim _goOn = new();

        public Task IsReached => _reached.Task;

        public byte[] Written => ToArray();

        public void GoOn() => _goOn.Set();

        public override void Flush()
        {
            _reached.TrySetResult();
            _goOn.Wait();
        }

        protected override void Dispose(bool disposing)
        {
            _goOn.Dispose();
            base.Dispose(disposing);
        }
    }
}
