using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using LineBot.Simulator.Bot;
using LineBot.Simulator.Recordings;
using LineBot.Tests.Drivers;
using LineBot.Tests.Simulator.Platform;

namespace LineBot.Tests.Cli;

public sealed partial class ReplayExpectTests : IDisposable
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "recordings");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("linebot-expect-");

    public static TheoryData<string> Recordings => [.. Directory.EnumerateFiles(Folder, "*.jsonl").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Recordings))]
    public async Task The_service_answers_as_it_was_recorded(string file)
    {
        var run = await ReplayAsync(Path.Combine(Folder, file));

        run.ExitCode.ShouldBe(0, $"{run.Output}{run.Error}If it is right as it is now: UPDATE_SNAPSHOTS=1 dotnet test --filter {nameof(The_recording_of_the_newcomers_holds_their_whole_talk)}");
        run.Output.ShouldContain("The answers are the recorded ones.");
    }

    /// <summary>With <c>UPDATE_SNAPSHOTS=1</c> the recording of the newcomers is made anew.</summary>
    [Fact]
    public async Task The_recording_of_the_newcomers_holds_their_whole_talk()
    {
        var recorded = await RecordNewcomersAsync();
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
            await File.WriteAllBytesAsync(Path.Combine(Folder, "newcomers.jsonl"), recorded);

        Kinds(recorded).ShouldBe(Kinds(await File.ReadAllBytesAsync(Path.Combine(Folder, "newcomers.jsonl"))));

        static List<string> Kinds(byte[] recording) =>
            [.. Encoding.UTF8.GetString(recording).Split('\n').Where(line => line.Contains("\"webhook\"", StringComparison.Ordinal)).Select(line =>
                JsonDocument.Parse(line).RootElement.GetProperty("webhook").GetProperty("events")[0].GetProperty("type").GetString()!)];
    }

    [Fact]
    public async Task Shows_what_differs_as_bubbles_and_fails()
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(Folder, "newcomers.jsonl"));
        var at = Array.FindIndex(lines, line => line.Contains("マイページログイン\\n", StringComparison.Ordinal));
        lines[at] = lines[at].Replace("契約者連携をする\"", "契約者連携はこちら\"", StringComparison.Ordinal);
        var file = Write("talk.jsonl", string.Join('\n', lines));

        var run = await ReplayAsync(file, "--new-users");

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain($"── talk.jsonl:{at + 1} · U");
        run.Output.ShouldContain("│ ▷ my-page@1 │");
        run.Output.ShouldContain("╭─recorded──");
        run.Output.ShouldContain("│ [ 契約者連携はこちら ]");
        run.Output.ShouldContain("╭─now──");
        run.Output.ShouldContain("│ [ 契約者連携をする ]");
        run.Output.ShouldContain("label: 契約者連携はこちら → 契約者連携をする");
        run.Error.ShouldContain("1 answer differs");
        run.Error.ShouldContain($"talk.jsonl:{at + 1}");
        var shown = (await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "cli.md"))).ReplaceLineEndings("\n").Split("--expect --listen http://127.0.0.1:5090\n")[1].Split("```")[0];
        Changing().Replace(run.Output + run.Error, "…").ShouldBe(Changing().Replace(shown, "…"));
    }

    [Fact]
    public async Task Shows_of_a_long_text_the_part_that_differs()
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Folder, "newcomers.jsonl"));
        text.ShouldContain("(JST). They are there now.");

        var run = await ReplayAsync(Write("talk.jsonl", text.Replace("They are there now.", "They are around now.", StringComparison.Ordinal)));

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldMatch(@"text: ….*They are around now\. → ….*They are there now\.\n");
    }

    [Fact]
    public async Task Taps_the_button_that_is_shown_now()
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Folder, "newcomers.jsonl"));
        text.ShouldContain("\"postback\":{\"data\":\"add-invite/name@1?code=⟦token⟧&shows=yes\"");
        var withoutButtons = text.Replace("\"data\":\"add-invite/name@1?code=⟦token⟧&shows=yes\",\"", "\"data\":\"⟦data⟧\",\"", StringComparison.Ordinal);

        var run = await ReplayAsync(Write("without.jsonl", withoutButtons));

        run.ExitCode.ShouldBe(1, "nobody can tap what was not seen to be a button");
        run.Output.ShouldContain("add-invite/name@1?code=⟦token⟧&shows=yes │");
    }

    [Fact]
    public async Task One_answer_too_many_or_too_few_leaves_the_others_alone()
    {
        var lines = (await File.ReadAllLinesAsync(Path.Combine(Folder, "newcomers.jsonl"))).ToList();
        var replies = lines.Where(line => line.Contains("\"call\":\"POST /v2/bot/message/reply\"", StringComparison.Ordinal)).ToList();
        lines.Remove(replies[2]);
        lines.Insert(lines.IndexOf(replies[5]), replies[5]);
        var file = Write("changed.jsonl", string.Join('\n', lines));

        var run = await ReplayAsync(file, "--json", "--patience", "2");

        run.ExitCode.ShouldBe(1);
        var differences = run.Json.GetProperty("differences").EnumerateArray().ToList();
        differences.Count.ShouldBe(2, run.Output);
        differences.Count(difference => difference.GetProperty("recorded").ValueKind == JsonValueKind.Null).ShouldBe(1);
        differences.Count(difference => difference.GetProperty("now").ValueKind == JsonValueKind.Null).ShouldBe(1);
    }

    [Fact]
    public async Task Anything_may_stand_at_a_mark_that_was_written_by_hand()
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Folder, "newcomers.jsonl"));
        var file = Write("changed.jsonl", text.Replace("契約者連携をする\"", "⟦whatever⟧\"", StringComparison.Ordinal));

        (await ReplayAsync(file)).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Says_when_the_service_speaks_to_somebody_else()
    {
        await using var bot = await BotListener.StartAsync();

        var run = await CliRun.OfAsync("replay", Path.Combine(Folder, "newcomers.jsonl"), "--to", bot.Url.ToString(), "--secret", "s",
            "--expect", "--listen", $"http://127.0.0.1:{FreePort.Find()}", "--patience", "0.05");

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("No call of the service came in");
        run.Error.ShouldContain("Line:ApiBaseUrl");
        bot.Received.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Compares_nothing_where_nothing_was_recorded()
    {
        await using var bot = await BotListener.StartAsync();

        var run = await CliRun.OfAsync("replay", Write("one.json", """{"events":[]}"""), "--to", bot.Url.ToString(), "--secret", "s", "--expect", "--listen", "http://127.0.0.1:1");

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("no recorded answers");
        bot.Received.ShouldBeEmpty();
    }

    [Fact]
    public async Task Says_when_it_cannot_listen_there()
    {
        await using var bot = await BotListener.StartAsync();

        var run = await CliRun.OfAsync("replay", Path.Combine(Folder, "newcomers.jsonl"), "--to", bot.Url.ToString(), "--secret", "s",
            "--expect", "--listen", bot.Url.GetLeftPart(UriPartial.Authority));

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("Nothing can listen");
        bot.Received.ShouldBeEmpty();
    }

    [Fact]
    public async Task Asks_for_the_address_to_listen_at()
    {
        var run = await CliRun.OfAsync("replay", "a.jsonl", "--to", "http://127.0.0.1:9/webhook", "--secret", "s", "--expect");

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("--expect needs --listen, for example");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Replays against a fresh service whose LINE is the replay itself.</summary>
    private static async Task<CliRun> ReplayAsync(string file, params string[] options)
    {
        var listen = $"http://127.0.0.1:{FreePort.Find()}";
        await using var line = await LineTalk.StartAsync(new LineTalkOptions
        {
            Settings = new Dictionary<string, string> { ["Line:ApiBaseUrl"] = listen, ["Line:DataApiBaseUrl"] = listen },
        });
        return await CliRun.OfAsync(
            ["replay", file, "--to", new Uri(line.Address, "/webhook").ToString(), "--secret", line.Platform.Channel.Secret, "--expect", "--listen", listen,
                .. options.Contains("--patience") ? (string[])[] : ["--patience", "60"], .. options]);
    }

    /// <summary>Two people who add the account, look at all that it has without links, ask, and go: one in Japanese, one in English.</summary>
    private static async Task<byte[]> RecordNewcomersAsync()
    {
        await using var line = await LineTalk.StartAsync();
        using var recorder = new TalkRecorder(line.Platform);
        foreach (var (phone, show, ask, thank) in new[]
        {
            (line.Stranger("高橋まち"), "名前を表示する", "プランを変えたい", "ありがとう"),
            (line.Stranger("Alex Reed", "en"), "Show my name", "I want to change my plan", "Thank you"),
        })
        {
            await phone.FollowAsync();
            await phone.NextAnswerAsync();
            foreach (var tile in (string[])["add-invite@1", "my-page@1", "linking@1", "data-remaining@1", "data-present@1"])
                await phone.AskTapAsync(tile);
            // Its button carries a code that is another one each time.
            await phone.AskTapAsync((await phone.AskTapAsync("add-invite/invite@1")).Button(show));
            await phone.AskTapAsync("linking/user@1");
            await phone.AskAsync("1234 5678 9012 3456");
            await phone.AskTapAsync("linking/user/stop@1");
            await phone.AskAsync(ask);
            await phone.Phone.SendStickerAsync();
            await phone.NextAnswerAsync();
            await phone.AskTapAsync("talk-inquiry@1");
            await phone.AskTapAsync("talk-inquiry/start@1");
            await phone.AskAsync(thank);
            await phone.Phone.BlockAsync();
            await line.SettledAsync();
        }
        using var stream = new MemoryStream();
        recorder.Write(stream, ["高橋まち", "Alex Reed"]);
        return stream.ToArray();
    }

    [GeneratedRegex(@"U[0-9a-f]{32}|(?<=jsonl:)\d+|\d+\.\d(?= ms)|\d+(?= (?:bodies|events|replies))|(?<=  200: )\d+")]
    private static partial Regex Changing();

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
