using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using Line.Messaging;

namespace LineBot.Benchmarks.Load;

/// <summary>
/// The whole service in a process of its own on loopback, with signed webhooks coming in and answers going to a LINE that takes them all.
/// Bounded in count and time.
/// </summary>
internal static class LoadRun
{
    private const string Secret = "0123456789abcdef0123456789abcdef";

    public static async Task<int> RunAsync(LoadOptions options)
    {
        await using var line = await FakeLine.StartAsync();
        using var service = await ServiceProcess.StartAsync(line.Address, Secret);
        using var limit = new CancellationTokenSource(LoadOptions.Longest);
        await PostAsync(options with { Events = Math.Min(2_000, options.Events), Rate = 0 }, line, service.Webhook, "warm", limit.Token);

        var started = TimeProvider.System.GetTimestamp();
        var (posted, answers) = await PostAsync(options, line, service.Webhook, "load", limit.Token);
        var took = TimeProvider.System.GetElapsedTime(started);

        var acknowledged = answers.Where(answer => answer.Status == HttpStatusCode.OK).ToList();
        var heard = acknowledged.Select(answer => line.HeardAt(answer.Token)).ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            events                {posted}
            acknowledged          {acknowledged.Count} ({acknowledged.Count / took.TotalSeconds:0}/s)
            shed with 503         {answers.Count(answer => answer.Status == HttpStatusCode.ServiceUnavailable)}
            answered              {heard.Count(at => at is not null)}
            200 after             {Percentiles(acknowledged.Select(answer => TimeProvider.System.GetElapsedTime(answer.PostedAt, answer.AnsweredAt)))}
            answer at LINE after  {Percentiles(acknowledged.Zip(heard).Where(pair => pair.Second is not null).Select(pair => TimeProvider.System.GetElapsedTime(pair.First.PostedAt, pair.Second!.Value)))}
            memory                {service.PeakMegabytes} MB at most
            """));
        return heard.All(at => at is not null) ? 0 : 1;
    }

    private static async Task<(int Posted, IReadOnlyCollection<Answered> Answers)> PostAsync(
        LoadOptions options, FakeLine line, Uri webhook, string run, CancellationToken cancel)
    {
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = options.Connections });
        var answers = new ConcurrentBag<Answered>();
        var (next, begun) = (0, TimeProvider.System.GetTimestamp());
        var heardBefore = line.Heard;
        await Task.WhenAll(Enumerable.Range(0, options.Connections).Select(async _ =>
        {
            for (int n; (n = Interlocked.Increment(ref next)) <= options.Events;)
            {
                if (options.Rate > 0 && TimeSpan.FromSeconds(n / options.Rate) - TimeProvider.System.GetElapsedTime(begun) is { Ticks: > 0 } early)
                    await Task.Delay(early, TimeProvider.System, cancel);
                answers.Add(await PostOneAsync(http, webhook, n, $"{run}{n:d20}", options.Users, cancel));
            }
        }));
        var expected = heardBefore + answers.Count(answer => answer.Status == HttpStatusCode.OK);
        while (line.Heard < expected)
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, cancel);
        return (options.Events, answers);
    }

    private static async Task<Answered> PostOneAsync(HttpClient http, Uri webhook, int n, string token, int users, CancellationToken cancel)
    {
        var body = Encoding.UTF8.GetBytes(
            $$$"""
            {"destination":"U8e742f61d673b39c7fff3cecb7536ef0","events":[{"type":"message","message":{"type":"text","id":"{{{n}}}","text":"残量"},
            "webhookEventId":"{{{token}}}","deliveryContext":{"isRedelivery":false},"timestamp":1763262000000,
            "source":{"type":"user","userId":"U{{{n % users:x32}}}"},"replyToken":"{{{token}}}","mode":"active"}]}
            """);
        using var request = new HttpRequestMessage(HttpMethod.Post, webhook) { Content = new ByteArrayContent(body) };
        request.Headers.TryAddWithoutValidation("X-Line-Signature", WebhookSignature.Sign(Secret, body));
        var postedAt = TimeProvider.System.GetTimestamp();
        using var response = await http.SendAsync(request, cancel);
        return new Answered(token, response.StatusCode, postedAt, TimeProvider.System.GetTimestamp());
    }

    private static string Percentiles(IEnumerable<TimeSpan> times)
    {
        var sorted = times.Order().ToList();
        return sorted.Count == 0 ? "–" : string.Create(CultureInfo.InvariantCulture,
            $"p50 {At(sorted, 0.5):0.0} ms, p99 {At(sorted, 0.99):0.0} ms, at most {sorted[^1].TotalMilliseconds:0.0} ms");
    }

    private static double At(List<TimeSpan> sorted, double share) => sorted[(int)Math.Min(sorted.Count - 1, sorted.Count * share)].TotalMilliseconds;

    private sealed record Answered(string Token, HttpStatusCode Status, long PostedAt, long AnsweredAt);
}
