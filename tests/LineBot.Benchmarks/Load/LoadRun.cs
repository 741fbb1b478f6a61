using System.Collections.Concurrent;
using System.Globalization;
using System.Net;

namespace LineBot.Benchmarks.Load;

/// <summary>
/// The whole service in a process of its own on loopback, with signed webhooks coming in and answers going to a LINE that takes them all.
/// Bounded in count and time.
/// </summary>
internal static class LoadRun
{
    public static async Task<int> RunAsync(LoadOptions options)
    {
        await using var line = await FakeLine.StartAsync();
        using var service = await ServiceProcess.StartAsync(line.Address, Webhooks.Secret, options.Store);
        using var limit = new CancellationTokenSource(LoadOptions.Longest);
        await PostAsync(options with { Events = Math.Min(2_000, options.Events), Rate = 0 }, line, service.Webhook, "warm", limit.Token);

        var started = TimeProvider.System.GetTimestamp();
        var (posted, answers) = await PostAsync(options, line, service.Webhook, "load", limit.Token);
        var took = TimeProvider.System.GetElapsedTime(started);

        var acknowledged = answers.Where(answer => answer.Status == HttpStatusCode.OK).ToList();
        var heard = acknowledged.Select(answer => line.HeardAt(answer.Token)).ToList();
        System.Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            events                {posted}
            acknowledged          {acknowledged.Count} ({acknowledged.Count / took.TotalSeconds:0}/s)
            shed with 503         {answers.Count(answer => answer.Status == HttpStatusCode.ServiceUnavailable)}
            answered              {heard.Count(at => at is not null)}
            200 after             {Percentiles.Of(acknowledged.Select(answer => TimeProvider.System.GetElapsedTime(answer.PostedAt, answer.AnsweredAt)))}
            answer at LINE after  {Percentiles.Of(acknowledged.Zip(heard).Where(pair => pair.Second is not null).Select(pair => TimeProvider.System.GetElapsedTime(pair.First.PostedAt, pair.Second!.Value)))}
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
        var postedAt = TimeProvider.System.GetTimestamp();
        var status = await Webhooks.SayAsync(http, webhook, CustomerOf(n % users), "残量", token, cancel);
        return new Answered(token, status, postedAt, TimeProvider.System.GetTimestamp());
    }

    /// <summary>The LINE account of seed.sql's customer of that number.</summary>
    private static string CustomerOf(int n) =>
        string.Create(CultureInfo.InvariantCulture, $"U{(uint)(n * 2654435761L):x8}{n:x16}{(uint)(n * 2246822519L):x8}");

    private sealed record Answered(string Token, HttpStatusCode Status, long PostedAt, long AnsweredAt);
}
