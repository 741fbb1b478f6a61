using LineBot.Benchmarks.Load;

namespace LineBot.Benchmarks.Scale;

/// <summary>The service's long chores, watched from the store while customers tap.</summary>
internal sealed class ChoreMeasure(ScaleStore store, TapsMeanwhile taps, Report report, ScaleOptions options)
{
    private const int Few = 50;
    private const int Many = 500;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan WithMany = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <summary>A turn opens two parts, which are numbered on from those of fill.sql.</summary>
    public Task MonthTurnAsync(ServiceProcess service) => taps.DuringAsync(service, "month turn", Few, async () =>
    {
        var begun = TimeProvider.System.GetTimestamp();
        await UntilAsync(() => Left() <= 0, Longest);
        var took = TimeProvider.System.GetElapsedTime(begun);
        report.Add("month turn", ("turned", options.Work - Left()), ("s", took.TotalSeconds), ("a second", (options.Work - Left()) / took.TotalSeconds));
    });

    /// <summary>What the other measures are held against.</summary>
    public Task NoneAsync(ServiceProcess service) => taps.DuringAsync(service, "nothing else", Many, () => Task.Delay(WithMany, TimeProvider.System));

    public async Task RetentionAsync(ServiceProcess service)
    {
        await taps.DuringAsync(service, "retention beside taps", Many, () => RateAsync("retention beside taps", WithMany));
        await RateAsync("retention alone", TimeSpan.FromSeconds(60));
        report.Add("retention", ("left", options.PastEvents - Forgotten()));
    }

    private async Task RateAsync(string what, TimeSpan longest)
    {
        var (begun, before) = (TimeProvider.System.GetTimestamp(), Forgotten());
        await UntilAsync(() => Forgotten() >= options.PastEvents, longest);
        report.Add(what, ("a second", (Forgotten() - before) / TimeProvider.System.GetElapsedTime(begun).TotalSeconds));
    }

    /// <summary>Subscriptions to be turned.</summary>
    private long Left() => (999 + 3L * options.Customers - store.Number("SELECT MAX(id) FROM data_parts")) / 2;

    /// <summary>The past events are numbered from 1 and forgotten in their order.</summary>
    private long Forgotten() => store.Number($"SELECT COALESCE(MIN(seq), {options.PastEvents + 1L}) - 1 FROM inbox");

    private static async Task UntilAsync(Func<bool> done, TimeSpan longest)
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (!done() && TimeProvider.System.GetElapsedTime(begun) < longest)
            await Task.Delay(Look, TimeProvider.System);
    }
}
