using LineBot.Benchmarks.Load;

namespace LineBot.Benchmarks.Scale;

/// <summary>Customers who open their pages, one after the other.</summary>
internal sealed class PagesMeasure(FakeLine line, ServiceProcess service, Report report, int customers)
{
    private const int Warm = 20;
    private const int Visits = 150;
    private static readonly string[] Paths = ["/my-page", "/data", "/my-page/bills"];

    public async Task RunAsync()
    {
        line.KeepsBodies = true;
        var (signIns, pages) = (new List<TimeSpan>(), Paths.ToDictionary(path => path, _ => new List<TimeSpan>()));
        for (var visit = 0; visit < Warm + Visits; visit++)
        {
            using var visitor = new Visitor(line, service.Webhook);
            var token = $"visit{visit:d10}-{TimeProvider.System.GetTimestamp()}";
            signIns.Add(await visitor.EnterAsync(Posting.CustomerOf(visit * 7919L % customers), token, CancellationToken.None));
            foreach (var path in Paths)
                pages[path].Add(await visitor.OpenAsync(path, CancellationToken.None));
        }
        report.AddTimes("sign-in and the page it leads to", signIns.Skip(Warm));
        foreach (var path in Paths)
            report.AddTimes(path, pages[path].Skip(Warm));
    }
}
