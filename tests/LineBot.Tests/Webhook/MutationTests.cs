using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Line.Messaging;
using LineBot.RichMenu;

namespace LineBot.Tests.Webhook;

/// <summary>Rightly signed nonsense, ten thousand kinds of it, made from real-shaped bodies.</summary>
public sealed class MutationTests
{
    private const int Bodies = 10_000;
    private const int AtOnce = 8;

    [Fact]
    public async Task No_signed_nonsense_breaks_the_service_or_fills_its_memory()
    {
        // Nobody is there to hear the answers: only the last event gets one.
        var handler = new ScriptedHandler { OnMessage = turn => turn.Tap.Text == "still there?" ? Reply.With(new TextMessage("yes")) : Reply.Nothing, OnOldButton = Reply.Nothing };
        await using var line = await handler.StartAsync();
        line.ExpectRefusal(_ => true);
        line.Log.Expect("refuses");
        var corpus = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "webhooks"), "*.json").Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToList();
        using var http = new HttpClient();
        var statuses = new ConcurrentDictionary<HttpStatusCode, int>();
        GC.Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);

        await Parallel.ForAsync(0, Bodies, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (i, cancel) =>
        {
            var random = new Random(i);
            var body = Mutation.Of(corpus[random.Next(corpus.Count)], random);
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(line.Address, "/webhook")) { Content = new ByteArrayContent(body) };
            request.Headers.TryAddWithoutValidation("X-Line-Signature", line.Platform.Webhooks.Sign(body));
            using var response = await http.SendAsync(request, cancel);
            statuses.AddOrUpdate(response.StatusCode, 1, (_, count) => count + 1);
        });

        statuses.Keys.ShouldBeSubsetOf([HttpStatusCode.OK, HttpStatusCode.BadRequest]);
        statuses[HttpStatusCode.OK].ShouldBeGreaterThan(Bodies / 10);
        statuses[HttpStatusCode.BadRequest].ShouldBeGreaterThan(Bodies / 10);
        (await line.Phone("はな").AskAsync("still there?")).Text.ShouldBe("yes");
        await line.SettledAsync();
        (GC.GetTotalMemory(forceFullCollection: true) - before).ShouldBeLessThan(100L * 1024 * 1024);
        line.Count("SELECT COUNT(*) FROM inbox WHERE status = 2").ShouldBe(0);
    }
}

/// <summary>One way of spoiling a body.</summary>
internal static class Mutation
{
    public static byte[] Of(byte[] body, Random random) => random.Next(9) switch
    {
        0 => body[..random.Next(body.Length)],
        1 => Flipped(body, random),
        2 => Replaced(body, "\"message\"", random.Next(2) == 0 ? "[]" : "{\"type\":7}"),
        3 => Replaced(body, "\"userId\"", "\"userId\":null,\"userId\""),
        4 => Replaced(body, "\"type\"", $"\"deep\":{new string('[', 2_000)}{new string(']', 2_000)},\"type\""),
        5 => Replaced(body, "\"timestamp\"", $"\"timestamp\":{random.NextInt64()}99999999999,\"old\""),
        6 => Replaced(body, "\"text\"", $"\"text\":\"{new string('長', random.Next(20_000))}\",\"text\""),
        7 => Replaced(body, "\"webhookEventId\"", random.Next(2) == 0 ? "\"webhookEventId\":{},\"was\"" : $"\"webhookEventId\":\"{new string('Z', 5_000)}{random.Next()}\",\"was\""),
        _ => Invalid(body, random),
    };

    private static byte[] Flipped(byte[] body, Random random)
    {
        var flipped = body.ToArray();
        for (var i = random.Next(1, 6); i > 0; i--)
            flipped[random.Next(flipped.Length)] = (byte)random.Next(256);
        return flipped;
    }

    private static byte[] Invalid(byte[] body, Random random)
    {
        var at = random.Next(body.Length);
        return [.. body[..at], 0xC3, 0x28, 0xFF, .. body[at..]];
    }

    private static byte[] Replaced(byte[] body, string what, string with) =>
        Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body).Replace(what, with, StringComparison.Ordinal));
}
