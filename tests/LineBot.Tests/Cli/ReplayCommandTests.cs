using System.Text;
using System.Text.Json;
using Line.Messaging;
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
    [InlineData("half.json", """{"events":[{"type":"mess""", "half.json, line 1")]
    [InlineData("list.json", "[1]", "list.json")]
    [InlineData("day.jsonl", "{\"events\":[]}\n{\"events\"", "day.jsonl:2")]
    public async Task Sends_nothing_when_a_recording_is_broken(string name, string text, string place)
    {
        await using var bot = await BotListener.StartAsync();
        var good = Write("good.json", Body("a"));

        var run = await CliRun.OfAsync("replay", good, Write(name, text), "--to", bot.Url.ToString(), "--secret", Secret);

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("Nothing was sent");
        run.Error.ShouldContain(place);
        bot.Received.ShouldBeEmpty();
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
