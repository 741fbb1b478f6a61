using System.Globalization;
using System.Net;
using LineBot.Storage;

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
        using var service = await ServiceProcess.StartAsync(
            line.Address, Webhooks.Secret, options.Store is { } file ? new StorageOptions { ConnectionString = $"Data Source={file}" } : null);
        using var limit = new CancellationTokenSource(LoadOptions.Longest);
        await Posting.RunAsync(options with { Events = Math.Min(2_000, options.Events), Rate = 0 }, line, service.Webhook, "warm", limit.Token);

        var started = TimeProvider.System.GetTimestamp();
        var answers = await Posting.RunAsync(options, line, service.Webhook, "load", limit.Token);
        var took = TimeProvider.System.GetElapsedTime(started);

        var acknowledged = answers.Where(answer => answer.Status == HttpStatusCode.OK).ToList();
        var heard = acknowledged.Select(answer => line.HeardAt(answer.Token)).ToList();
        System.Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            events                {options.Events}
            acknowledged          {acknowledged.Count} ({acknowledged.Count / took.TotalSeconds:0}/s)
            shed with 503         {answers.Count(answer => answer.Status == HttpStatusCode.ServiceUnavailable)}
            answered              {heard.Count(at => at is not null)}
            200 after             {Percentiles.Of(acknowledged.Select(answer => answer.Took))}
            answer at LINE after  {Percentiles.Of(acknowledged.Zip(heard).Where(pair => pair.Second is not null).Select(pair => TimeProvider.System.GetElapsedTime(pair.First.PostedAt, pair.Second!.Value)))}
            memory                {service.PeakMegabytes} MB at most
            """));
        return heard.All(at => at is not null) ? 0 : 1;
    }
}
