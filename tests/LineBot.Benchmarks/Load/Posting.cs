using System.Collections.Concurrent;
using System.Globalization;
using System.Net;

namespace LineBot.Benchmarks.Load;

/// <summary>Posts events to the service, at a rate or as fast as answers come.</summary>
internal static class Posting
{
    /// <param name="run">Tells the events of this run from those of another on the same store.</param>
    /// <param name="over">Ends it before all events are posted.</param>
    /// <returns>When LINE has heard the answers to all that were acknowledged.</returns>
    public static async Task<IReadOnlyCollection<Answered>> RunAsync(
        LoadOptions options, FakeLine line, Uri webhook, string run, CancellationToken cancel, CancellationToken over = default)
    {
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = options.Connections });
        var answers = new ConcurrentBag<Answered>();
        var (next, begun) = (0, TimeProvider.System.GetTimestamp());
        var heardBefore = line.Heard;
        await Task.WhenAll(Enumerable.Range(0, options.Connections).Select(async _ =>
        {
            for (int n; (n = Interlocked.Increment(ref next)) <= options.Events && !over.IsCancellationRequested;)
            {
                if (options.Rate > 0 && TimeSpan.FromSeconds(n / options.Rate) - TimeProvider.System.GetElapsedTime(begun) is { Ticks: > 0 } early)
                    await Task.Delay(early, TimeProvider.System, cancel);
                answers.Add(await PostOneAsync(options, http, webhook, n, $"{run}{n:d20}", cancel));
            }
        }));
        var expected = heardBefore + answers.Count(answer => answer.Status == HttpStatusCode.OK);
        while (line.Heard < expected)
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, cancel);
        return answers;
    }

    /// <summary>The LINE account of the customer of that number, as seed.sql and fill.sql make it.</summary>
    public static string CustomerOf(long n) =>
        string.Create(CultureInfo.InvariantCulture, $"U{n * 2654435761 % 10_000_000_000:d10}{n:d22}");

    private static async Task<Answered> PostOneAsync(
        LoadOptions options, HttpClient http, Uri webhook, int n, string token, CancellationToken cancel)
    {
        // Far apart in the store: neighbours would find one another's pages warm.
        var customer = CustomerOf(n * 7919L % options.Users);
        var postedAt = TimeProvider.System.GetTimestamp();
        var status = options.Tile is { } tile
            ? await Webhooks.TapAsync(http, webhook, customer, tile, token, cancel)
            : await Webhooks.SayAsync(http, webhook, customer, "残量", token, cancel);
        return new Answered(token, status, postedAt, TimeProvider.System.GetTimestamp());
    }
}
