using System.Net;
using LineBot.Benchmarks.Load;

namespace LineBot.Benchmarks.Scale;

/// <summary>How customers' taps fare while the service is busy with something else.</summary>
internal sealed class TapsMeanwhile(FakeLine line, Report report, int customers)
{
    /// <param name="work">What the service is busy with.</param>
    public async Task DuringAsync(ServiceProcess service, string what, int rate, Func<Task> work)
    {
        using var over = new CancellationTokenSource();
        var taps = Posting.RunAsync(
            new LoadOptions(int.MaxValue, 64, rate, customers, Tile: "data-remaining"), line, service.Webhook,
            $"{TimeProvider.System.GetTimestamp()}-", CancellationToken.None, over.Token);
        await work();
        await over.CancelAsync();
        var answers = await taps;
        var taken = answers.Where(answer => answer.Status == HttpStatusCode.OK).ToList();
        report.Add($"{what}: taps", ("taken", taken.Count), ("refused", answers.Count - taken.Count));
        report.AddTimes($"{what}: 200", taken.Select(answer => answer.Took));
        report.AddTimes($"{what}: answer at LINE", taken.Select(line.AnswerAfter));
    }
}
