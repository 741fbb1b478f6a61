using System.Text.Json;
using System.Text.RegularExpressions;
using LineBot.Tests.Drivers;

namespace LineBot.Tests.Operations;

/// <summary>The files that operators take over must speak of what the service really has.</summary>
public sealed partial class DeployFilesTests
{
    private static readonly string Alerts = File.ReadAllText(Path.Combine(Repository.Root, "deploy", "alerts.yaml"));
    private static readonly string Dashboard = File.ReadAllText(Path.Combine(Repository.Root, "deploy", "grafana-dashboard.json"));

    [Fact]
    public async Task Alerts_and_dashboard_ask_for_figures_that_the_service_shows()
    {
        await using var line = await LineTalk.StartAsync();
        using var http = new HttpClient { BaseAddress = line.Address };
        var shown = TypeLine().Matches(await http.GetStringAsync("/metrics")).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);

        foreach (var asked in Figure().Matches(Alerts + Dashboard).Select(match => match.Value).Distinct())
        {
            var name = HistogramPart().Replace(asked, "");
            shown.ShouldContainKey(name);
            (shown[name] == "histogram").ShouldBe(asked != name, asked);
        }
    }

    [Fact]
    public void Each_alert_has_its_place_in_the_runbook()
    {
        var runbook = File.ReadAllText(Path.Combine(Repository.Root, "docs", "operations.md"));
        var named = AlertName().Matches(Alerts).Select(match => match.Groups[1].Value).ToList();
        named.Count.ShouldBeGreaterThan(5);
        foreach (var alert in named)
            runbook.ShouldContain($"### {alert}\n");
    }

    [Fact]
    public void The_dashboard_is_readable_and_its_panels_do_not_overlap()
    {
        var places = JsonDocument.Parse(Dashboard).RootElement.GetProperty("panels").EnumerateArray()
            .Select(panel => panel.GetProperty("gridPos")).Select(at => (X: at.GetProperty("x").GetInt32(), Y: at.GetProperty("y").GetInt32())).ToList();
        places.Distinct().Count().ShouldBe(places.Count);
    }

    [ToolFact("promtool")]
    public async Task Prometheus_takes_the_alerts() =>
        (await ToolRun.OfAsync("promtool", "", "check", "rules", Path.Combine(Repository.Root, "deploy", "alerts.yaml"))).ExitCode.ShouldBe(0);

    [GeneratedRegex(@"^# TYPE (\S+) (\S+)$", RegexOptions.Multiline)]
    private static partial Regex TypeLine();

    [GeneratedRegex(@"\blinebot_\w+")]
    private static partial Regex Figure();

    [GeneratedRegex("_(bucket|sum|count)$")]
    private static partial Regex HistogramPart();

    [GeneratedRegex(@"- alert: (\w+)")]
    private static partial Regex AlertName();
}
