using System.Diagnostics;
using System.Net;
using LineBot.Benchmarks.Load;
using LineBot.Storage;

namespace LineBot.Benchmarks.Scale;

/// <summary>
/// What customers and chores cost on a store of a size. The store is filled once; each part of the measurement starts the service anew.
/// </summary>
internal sealed class ScaleRun(ScaleOptions options, ScaleStore store, StorageOptions storage, FakeLine line, Report report)
{
    private const int Waiting = 2_000;
    private const int TapsATile = 600;
    private const int AllAtOnce = 20_000;
    private static readonly string[] Tiles = ["add-invite", "my-page", "linking", "talk-inquiry", "data-remaining", "data-present"];

    private readonly TapsMeanwhile _taps = new(line, report, options.Customers);

    public static async Task<int> RunAsync(ScaleOptions options)
    {
        var (store, report) = (new ScaleStore(options.Storage), new Report());
        await using var line = await FakeLine.StartAsync();
        var begun = TimeProvider.System.GetTimestamp();
        if (await store.FillAsync(options))
            report.Add("filled in", ("s", TimeProvider.System.GetElapsedTime(begun).TotalSeconds));
        using var longWay = options.Away > TimeSpan.Zero ? new LongWay(options.Storage.ConnectionString, options.Away) : null;
        if (longWay is not null)
            report.Add("a statement that does nothing", ("p50 ms", longWay.Measure().TotalMilliseconds));
        var storage = new StorageOptions { Provider = options.Storage.Provider, ConnectionString = longWay?.ConnectionString ?? options.Storage.ConnectionString };
        var run = new ScaleRun(options, store, storage, line, report);
        foreach (var measure in ScaleOptions.All.Where(options.Only.Contains))
            await run.MeasureAsync(measure);
        if (options.Json is { } file)
            report.Write(file);
        return 0;
    }

    private Task MeasureAsync(string what) => what switch
    {
        "size" => Task.Run(() => report.Add("store", ("MB", store.Bytes() / 1e6))),
        "month-turn" => WithServiceAsync(new ChoreMeasure(store, _taps, report, options).MonthTurnAsync),
        "start" => StartAsync(),
        "taps" => WithServiceAsync(TapsAsync),
        "ceiling" => WithServiceAsync(CeilingAsync),
        "pages" => WithServiceAsync(service => new PagesMeasure(line, service, report, options.Customers).RunAsync()),
        "intake" => WithServiceAsync(new ChoreMeasure(store, _taps, report, options).NoneAsync),
        "import" => WithServiceAsync(service => new ImportMeasure(options, _taps, report).RunAsync(service)),
        "retention" => WithServiceAsync(new ChoreMeasure(store, _taps, report, options).RetentionAsync),
        _ => throw new UnreachableException(what),
    };

    private async Task WithServiceAsync(Func<ServiceProcess, Task> measure)
    {
        using var service = await ServiceProcess.StartAsync(line.Address, Webhooks.Secret, storage);
        await measure(service);
    }

    /// <summary>A start that finds events of before it, and how long until the last of them is answered.</summary>
    private async Task StartAsync()
    {
        using (var service = await ServiceProcess.StartAsync(line.Address, Webhooks.Secret, storage))
            report.Add("start, to the first 200", ("s", service.ReadyAfter.TotalSeconds));
        store.AddWaiting(Waiting, options.Customers);
        var (begun, heard) = (TimeProvider.System.GetTimestamp(), line.Heard);
        using var again = await ServiceProcess.StartAsync(line.Address, Webhooks.Secret, storage);
        while (line.Heard < heard + Waiting)
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        report.Add($"start with {Waiting} waiting, answered", ("s", TimeProvider.System.GetElapsedTime(begun).TotalSeconds));
    }

    private async Task TapsAsync(ServiceProcess service)
    {
        await PostAsync(service, new LoadOptions(2_000, Users: options.Customers, Tile: "data-remaining"), "warm");
        foreach (var tile in Tiles)
        {
            await PostAsync(service, new LoadOptions(100, 16, 100, options.Customers, Tile: tile), "warm-" + tile);
            var answers = await PostAsync(service, new LoadOptions(TapsATile, 16, 100, options.Customers, Tile: tile), tile);
            report.AddTimes($"{tile}: 200", answers.Select(answer => answer.Took));
            report.AddTimes($"{tile}: answer at LINE", answers.Select(line.AnswerAfter));
        }
        report.Add("memory", ("MB", service.PeakMegabytes));
    }

    private async Task CeilingAsync(ServiceProcess service)
    {
        await PostAsync(service, new LoadOptions(2_000, 64, Users: options.Customers, Tile: "data-remaining"), "warm");
        var begun = TimeProvider.System.GetTimestamp();
        var all = await PostAsync(service, new LoadOptions(AllAtOnce, 64, Users: options.Customers, Tile: "data-remaining"), "all-at-once");
        report.Add("data-remaining, 64 connections", ("a second", all.Count(answer => answer.Status == HttpStatusCode.OK) / TimeProvider.System.GetElapsedTime(begun).TotalSeconds));
    }

    private Task<IReadOnlyCollection<Answered>> PostAsync(ServiceProcess service, LoadOptions load, string run) =>
        Posting.RunAsync(load, line, service.Webhook, $"{run}-{TimeProvider.System.GetTimestamp()}-", CancellationToken.None);
}
