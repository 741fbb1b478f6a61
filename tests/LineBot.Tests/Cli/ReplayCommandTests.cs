using System.Text;
using System.Text.Json;
using Line.Messaging;
using LineBot.Tests.Drivers;
using LineBot.Tests.Simulator.Platform;

namespace LineBot.Tests.Cli;

public sealed class ReplayCommandTests : IDisposable
{
    private const string Secret = "0123456789abcdef0123456789abcdef";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("linebot-replay-");

    [Fact]
    public async Task Posts_the_corpus_signed_and_with_fresh_ids()
    {
        await using var bot = await BotListener.StartAsync();
        var files = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "webhooks"), "*.json");

        var run = await CliRun.OfAsync(["replay", .. files, "--to", bot.Url.ToString(), "--secret", Secret, "--json"]);

        run.ExitCode.ShouldBe(0, run.Error);
        run.Json.GetProperty("bodies").GetInt32().ShouldBe(files.Length);
        run.Json.GetProperty("statuses").GetProperty("200").GetInt32().ShouldBe(files.Length);
        bot.Received.Select(post => post.Signature)
            .ShouldBe(bot.Received.Select(post => WebhookSignature.Sign(Secret, Encoding.UTF8.GetBytes(post.Body))));
        var recorded = files.SelectMany(file => EventIds(File.ReadAllText(file))).ToHashSet();
        bot.Received.SelectMany(post => EventIds(post.Body)).ShouldAllBe(id => !recorded.Contains(id) && id.Length == 26);
    }

    [Fact]
    public async Task Keeps_a_redelivery_a_redelivery()
    {
        await using var bot = await BotListener.StartAsync();
        var file = Write("twice.jsonl", Body("01ARZ3NDEKTSV4RRFFQ69G5FAV") + "\n\n" + Body("01ARZ3NDEKTSV4RRFFQ69G5FAV") + "\n" + Body("01ARZ3NDEKTSV4RRFFQ69G5FAW") + "\n");

        (await CliRun.OfAsync("replay", file, "--to", bot.Url.ToString(), "--secret", Secret)).ExitCode.ShouldBe(0);

        var ids = bot.Received.SelectMany(post => EventIds(post.Body)).ToList();
        ids.Count.ShouldBe(3);
        ids[0].ShouldBe(ids[1]);
        ids[2].ShouldNotBe(ids[0]);
    }

    [Fact]
    public async Task Posts_the_very_bytes_when_ids_are_kept()
    {
        await using var bot = await BotListener.StartAsync();
        var body = """{ "events" : [ {"type":"follow","webhookEventId":"01AAAAAAAAAAAAAAAAAAAAAAAA","text":"\uD83E\uDD28"} ] }""";

        await CliRun.OfAsync("replay", Write("one.json", body), "--to", bot.Url.ToString(), "--secret", Secret, "--keep-ids");

        bot.Received.ShouldHaveSingleItem().Body.ShouldBe(body);
    }

    [Fact]
    public async Task Changes_nothing_but_the_ids()
    {
        await using var bot = await BotListener.StartAsync();
        var body = """{ "events" : [ {"type":"x", "deep":{"replyToken":"kept"}, "replyToken" : "abc", "text":"\uD83E\uDD28 \uD800"} ], "webhookEventId":"kept" }""";

        await CliRun.OfAsync("replay", Write("one.json", body), "--to", bot.Url.ToString(), "--secret", Secret);

        var posted = bot.Received.ShouldHaveSingleItem().Body;
        var token = JsonDocument.Parse(posted).RootElement.GetProperty("events")[0].GetProperty("replyToken").GetString()!;
        token.Length.ShouldBe(32);
        posted.Replace(token, "abc", StringComparison.Ordinal).ShouldBe(body);
    }

    [Theory]
    [InlineData(401, "The secret is wrong")]
    [InlineData(404, "path in --to")]
    [InlineData(503, "cannot store events")]
    [InlineData(500, "log")]
    public async Task Fails_when_the_service_refuses(int status, string wayOn)
    {
        await using var bot = await BotListener.StartAsync();
        bot.Answer = _ => status;

        var run = await CliRun.OfAsync("replay", Write("one.json", Body("a")), "--to", bot.Url.ToString(), "--secret", Secret);

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain($"  {status}: 1");
        run.Error.ShouldContain($"answered {status}");
        run.Error.ShouldContain(wayOn);
    }

    [Theory]
    [InlineData("half.json", """{"events":[{"type":"mess""", "half.json:1:25", "cut short")]
    [InlineData("list.json", "[1]", "list.json", "no webhook body")]
    [InlineData("empty.json", "", "empty.json", "empty")]
    [InlineData("day.jsonl", "{\"events\":[]}\n{\"events\"", "day.jsonl:2:10", "cut short")]
    [InlineData("day.jsonl", "{\"events\":[]}\n{\"events\":1}", "day.jsonl:2", "no webhook body")]
    [InlineData("bodies", "{\"events\":[]}\n\n{\"ev", "bodies:3:5", "cut short")]
    [InlineData("talk.jsonl", "{\"recording\":1}\n{\"at\":0,\"webhook\":{\"events\":[{\"ty", "talk.jsonl:2:34", "cut short")]
    [InlineData("talk.jsonl", "{\"recording\":1}\n{\"at\":0,\"gesture\":1}", "talk.jsonl:2", "no line of a recording")]
    [InlineData("talk.jsonl", "{\"recording\":9}\n", "talk.jsonl:1", "newer version")]
    [InlineData("web.har", """{"log":{"version":"1.2","entries":[{"startedDateTime":"2026-11-16T12:00:00Z","request":{"method":"GET","url":"http://a/"},"response":{"status":200}}]}}""", "web.har", "holds no webhook")]
    public async Task Sends_nothing_when_a_recording_is_broken(string name, string text, string place, string what)
    {
        await using var bot = await BotListener.StartAsync();
        var good = Write("good.json", Body("a"));

        var run = await CliRun.OfAsync("replay", good, Write(name, text), "--to", bot.Url.ToString(), "--secret", Secret);

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("Nothing was sent");
        run.Error.ShouldContain(what);
        run.Error.ShouldContain($"{place}\n");
        run.Error.ShouldContain("next: ");
        bot.Received.ShouldBeEmpty();
    }

    [Fact]
    public async Task Stops_at_the_first_refusal_that_all_would_get()
    {
        await using var bot = await BotListener.StartAsync();
        bot.Answer = _ => 401;

        var run = await CliRun.OfAsync("replay", Write("day.jsonl", $"{Body("a")}\n{Body("b")}\n{Body("c")}"), "--to", bot.Url.ToString(), "--secret", Secret);

        run.ExitCode.ShouldBe(1);
        bot.Received.Count.ShouldBe(1);
        run.Error.ShouldContain("day.jsonl:1");
    }

    [Fact]
    public async Task Replays_the_webhooks_of_a_recording()
    {
        await using var bot = await BotListener.StartAsync();
        var file = Write("talk.jsonl", $"{{\"recording\":1}}\n{{\"at\":900,\"webhook\":{Body("b")},\"status\":200}}\n{{\"at\":5,\"webhook\":{Body("a")}}}\n{{\"at\":9,\"call\":\"GET /v2/bot/info\",\"status\":200}}\n{{\"at\":10,\"lost\":3}}\n");

        var run = await CliRun.OfAsync("replay", file, "--to", bot.Url.ToString(), "--secret", Secret, "--keep-ids");

        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldContain("left out 3");
        bot.Received.SelectMany(post => EventIds(post.Body)).ShouldBe(["a", "b"]);
    }

    [Fact]
    public async Task Replays_the_webhooks_of_a_HAR_also_in_base64()
    {
        await using var bot = await BotListener.StartAsync();
        string Entry(string second, string body, string more = "") =>
            $$$"""{"startedDateTime":"2026-11-16T12:00:{{{second}}}.000+09:00","request":{"method":"POST","url":"https://bot.example/webhook","postData":{"mimeType":"application/json","text":{{{JsonSerializer.Serialize(body)}}}{{{more}}}}},"response":{"status":200}}""";
        var file = Write("proxy.har", $$$"""
            {"log":{"version":"1.2","entries":[
              {"startedDateTime":"2026-11-16T12:00:00Z","request":{"method":"GET","url":"https://bot.example/health"},"response":{"status":200}},
              {{{Entry("02", Convert.ToBase64String(Encoding.UTF8.GetBytes(Body("b"))), ",\"encoding\":\"base64\"")}}},
              {{{Entry("01", Body("a"))}}}, {}]}}
            """);

        var run = await CliRun.OfAsync("replay", file, "--to", bot.Url.ToString(), "--secret", Secret, "--keep-ids");

        run.ExitCode.ShouldBe(0, run.Error);
        bot.Received.Select(post => post.Body).ShouldBe([Body("a"), Body("b")]);
    }

    [Fact]
    public async Task Makes_everybody_a_new_person_where_that_is_asked_for()
    {
        await using var bot = await BotListener.StartAsync();
        string Of(string user) => $$$"""{"destination":"U1","events":[{"type":"follow","source":{"type":"user","userId":"{{{user}}}"}}]}""";

        await CliRun.OfAsync("replay", Write("day.jsonl", $"{Of("Uaa")}\n{Of("Ubb")}\n{Of("Uaa")}"), "--to", bot.Url.ToString(), "--secret", Secret, "--new-users");

        var users = bot.Received.Select(post => WebhookRequest.Parse(Encoding.UTF8.GetBytes(post.Body)).Events[0].Source!.ChatId!).ToList();
        users.ShouldAllBe(user => user.Length == 33 && user[0] == 'U');
        users[0].ShouldBe(users[2]);
        users[1].ShouldNotBe(users[0]);
        bot.Received.ShouldAllBe(post => post.Body.Contains("\"destination\":\"U1\""));
    }

    [Fact]
    public async Task Lets_somebody_take_a_recorded_part()
    {
        await using var bot = await BotListener.StartAsync();
        string Of(string user) => $$$"""{"events":[{"type":"follow","source":{"type":"user","userId":"{{{user}}}"}}]}""";

        await CliRun.OfAsync("replay", Write("day.jsonl", $"{Of("Uaa")}\n{Of("Ubb")}"), "--to", bot.Url.ToString(), "--secret", Secret, "--user", "Uaa=Umine");

        bot.Received.Select(post => post.Body).ShouldBe([Of("Umine"), Of("Ubb")]);
    }

    [Theory]
    [InlineData("--speed", "2", 1_500)]
    [InlineData("--rate", "1", 2_000)]
    public async Task Keeps_the_pace_that_is_asked_for(string option, string value, int milliseconds)
    {
        await using var bot = await BotListener.StartAsync();
        using var clock = new LineBot.Simulator.Clock.TurnableClock(runs: false);
        string Line(int at) => $"{{\"at\":{at},\"webhook\":{Body($"id{at}")}}}";
        var file = Write("talk.jsonl", $"{{\"recording\":1}}\n{Line(0)}\n{Line(1_000)}\n{Line(3_000)}");

        var run = CliRun.OfAsync(new Dictionary<string, string>(), clock, "replay", file, "--to", bot.Url.ToString(), "--secret", Secret, option, value);
        await Eventually.IsSoAsync(() => bot.Received.Count == 1, "the first webhook");
        await TurnUntilAsync(clock, TimeSpan.FromMilliseconds(milliseconds - 1), () => bot.Received.Count == 2);
        bot.Received.Count.ShouldBe(2);
        clock.Turn(TimeSpan.FromMilliseconds(1));

        (await run).ExitCode.ShouldBe(0);
        bot.Received.Count.ShouldBe(3);
    }

    /// <summary>Turns the clock in steps: what waits for it may not have begun to wait yet.</summary>
    private static async Task TurnUntilAsync(LineBot.Simulator.Clock.TurnableClock clock, TimeSpan by, Func<bool> isSo)
    {
        var end = clock.GetUtcNow() + by;
        await Eventually.IsSoAsync(() =>
        {
            clock.TurnTo(end);
            return isSo();
        }, "what is due by then");
    }

    [Theory]
    [InlineData("takes a number above 0", "--speed", "0")]
    [InlineData("takes a number above 0", "--rate", "fast")]
    [InlineData("not both", "--rate", "1", "--speed", "1")]
    [InlineData("not both", "--keep-ids", "--new-users")]
    [InlineData("not both", "--keep-ids", "--user", "a=b")]
    [InlineData("takes RECORDED=NOW", "--user", "a")]
    [InlineData("takes RECORDED=NOW", "--user", "a=")]
    public async Task Answers_wrong_use_with_two(string sentence, params string[] options)
    {
        var run = await CliRun.OfAsync(["replay", "a.json", "--to", "http://127.0.0.1:9/webhook", "--secret", Secret, .. options]);

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain(sentence);
    }

    [Fact]
    public async Task Says_what_is_missing()
    {
        var file = Write("one.json", Body("a"));

        var noSecret = await CliRun.OfAsync("replay", file, "--to", "http://127.0.0.1:9/webhook");
        var noFile = await CliRun.OfAsync("replay", file + ".gone", "--to", "http://127.0.0.1:9/webhook", "--secret", Secret);
        var noHost = await CliRun.OfAsync("replay", file, "--to", "http://127.0.0.1:9/webhook", "--secret", Secret);

        (noSecret.ExitCode, noFile.ExitCode, noHost.ExitCode).ShouldBe((1, 1, 1));
        noSecret.Error.ShouldContain("Line:ChannelSecret is missing");
        noFile.Error.ShouldContain("no such recording");
        noHost.Error.ShouldContain("cannot be reached");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Body(string id) => $$"""{"events":[{"type":"follow","webhookEventId":"{{id}}","replyToken":"t"}]}""";

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static List<string> EventIds(string body) =>
        [.. JsonDocument.Parse(body).RootElement.GetProperty("events").EnumerateArray()
            .Where(e => e.ValueKind == JsonValueKind.Object && e.TryGetProperty("webhookEventId", out var id) && id.ValueKind == JsonValueKind.String)
            .Select(e => e.GetProperty("webhookEventId").GetString()!)];
}
