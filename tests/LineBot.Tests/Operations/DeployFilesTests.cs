using System.Text.Json;
using System.Text.RegularExpressions;
using LineBot.Tests.Drivers;
using LineBot.Tests.Storage;

namespace LineBot.Tests.Operations;

/// <summary>The files that operators take over must speak of what the service really has.</summary>
public sealed partial class DeployFilesTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "deploy");
    private static readonly string Alerts = File.ReadAllText(Path.Combine(Folder, "alerts.yaml"));
    private static readonly string AlertTests = File.ReadAllText(Path.Combine(Folder, "alerts.test.yaml"));
    private static readonly string Dashboard = File.ReadAllText(Path.Combine(Folder, "grafana-dashboard.json"));
    private static readonly string Runbook = File.ReadAllText(Path.Combine(Repository.Root, "docs", "operations.md"));

    private static IReadOnlyList<string> AlertNames => [.. AlertName().Matches(Alerts).Select(match => match.Groups[1].Value)];

    private static IReadOnlyList<JsonElement> Panels => [.. JsonDocument.Parse(Dashboard).RootElement.GetProperty("panels").EnumerateArray()];

    [Fact]
    public async Task Alerts_and_dashboard_ask_for_figures_that_the_service_shows_and_the_runbook_explains_each()
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
        Figure().Matches(Runbook).Select(match => match.Value).Distinct().ShouldBe(shown.Keys, ignoreOrder: true);
        Figure().Matches(Dashboard).Select(match => HistogramPart().Replace(match.Value, "")).Distinct().ShouldBe(shown.Keys, ignoreOrder: true);
    }

    [Fact]
    public void What_alerts_and_dashboard_tell_apart_is_in_the_runbook()
    {
        var values = LabelValue().Matches(Alerts + Dashboard.Replace("\\\"", "\"", StringComparison.Ordinal)).SelectMany(match => match.Groups[1].Value.Split('|')).Distinct().ToList();
        values.ShouldContain("store-unavailable");
        foreach (var value in values.Where(value => value.Any(char.IsAsciiLetter)))
            Runbook.ShouldContain($"`{value}`");
    }

    [Fact]
    public void Each_alert_has_its_place_in_the_runbook_and_a_test_that_sees_it_keep_quiet_and_ring()
    {
        Heading().Matches(Runbook).Select(match => match.Groups[1].Value).ShouldBe(AlertNames);
        foreach (var alert in AlertNames)
        {
            var cases = Case().Matches(AlertTests).Select(match => match.Value).Where(text => text.Contains(alert, StringComparison.Ordinal)).ToList();
            cases.ShouldContain(text => text.Contains($"alertname=\"{alert}\"", StringComparison.Ordinal), alert);
            cases.ShouldContain(text => text.Contains("exp_samples: []", StringComparison.Ordinal), alert);
            cases.ShouldContain(text => text.Contains("exp_samples: [{ value: 1 }]", StringComparison.Ordinal), alert);
        }
    }

    [Fact]
    public void The_dashboards_panels_have_units_and_legends_and_do_not_overlap()
    {
        foreach (var panel in Panels)
        {
            panel.GetProperty("fieldConfig").GetProperty("defaults").GetProperty("unit").GetString().ShouldNotBeNullOrEmpty();
            panel.GetProperty("targets").EnumerateArray().ShouldAllBe(target => target.GetProperty("legendFormat").GetString() != "");
        }
        var squares = Panels.Select(panel => panel.GetProperty("gridPos")).SelectMany(at =>
            from x in Enumerable.Range(at.GetProperty("x").GetInt32(), at.GetProperty("w").GetInt32())
            from y in Enumerable.Range(at.GetProperty("y").GetInt32(), at.GetProperty("h").GetInt32())
            select (x, y)).ToList();
        squares.ShouldBeUnique();
        squares.ShouldAllBe(square => square.x < 24);
        Panels.Select(panel => panel.GetProperty("id").GetInt32()).ShouldBeUnique();
    }

    [ToolFact("promtool")]
    public async Task Prometheus_takes_its_configuration_the_alerts_and_what_the_dashboard_asks()
    {
        (await ToolRun.OfAsync("promtool", "", "check", "config", Path.Combine(Folder, "prometheus.yaml"))).ExitCode.ShouldBe(0);
        using var folder = new TempFolder();
        var asked = Panels.SelectMany(panel => panel.GetProperty("targets").EnumerateArray()).Select(target => target.GetProperty("expr").GetString()!).ToList();
        // A rule has a name and an expression; JSON's texts are YAML's.
        var rules = asked.Select((expression, at) => $"  - {{ record: \"asked:{at}\", expr: {JsonSerializer.Serialize(expression.Replace("$__rate_interval", "1m", StringComparison.Ordinal))} }}\n");
        File.WriteAllText(folder.File("asked.yaml"), $"groups:\n- name: dashboard\n  rules:\n{string.Concat(rules)}");

        var run = await ToolRun.OfAsync("promtool", "", "check", "rules", folder.File("asked.yaml"));

        run.ExitCode.ShouldBe(0, run.Said);
        run.Said.ShouldContain($"SUCCESS: {asked.Count} rules found");
    }

    [ToolFact("promtool")]
    public async Task Each_alert_rings_beyond_its_limit_and_not_at_it()
    {
        var run = await ToolRun.OfAsync("promtool", "", "test", "rules", Path.Combine(Folder, "alerts.test.yaml"));
        run.ExitCode.ShouldBe(0, run.Said);
    }

    [ToolFact("systemd-analyze")]
    public async Task Systemd_takes_the_unit_and_finds_little_that_it_leaves_open()
    {
        using var folder = new TempFolder();
        var unit = folder.File("linebot.service");
        // The program itself is not here, and settings only on a host.
        File.WriteAllText(unit, File.ReadAllText(Path.Combine(Folder, "linebot.service")).Replace("/opt/linebot/LineBot", "/bin/true", StringComparison.Ordinal));

        (await ToolRun.OfAsync("systemd-analyze", "", "verify", "--man=no", unit)).ShouldBe(new ToolRun(0, ""));
        var security = await ToolRun.OfAsync("systemd-analyze", "", "security", "--offline=true", "--threshold=20", unit);
        security.ExitCode.ShouldBe(0, security.Said);
    }

    [GeneratedRegex(@"^# TYPE (\S+) (\S+)$", RegexOptions.Multiline)]
    private static partial Regex TypeLine();

    [GeneratedRegex(@"\blinebot_\w+")]
    private static partial Regex Figure();

    [GeneratedRegex("_(bucket|sum|count)$")]
    private static partial Regex HistogramPart();

    [GeneratedRegex(@"- alert: (\w+)")]
    private static partial Regex AlertName();

    [GeneratedRegex(@"^### (LineBot\w+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("=~?\"([^\"]+)\"")]
    private static partial Regex LabelValue();

    /// <summary>One case of the alerts' tests, with those that refer to its expression.</summary>
    [GeneratedRegex(@"^  - name: .*\n(?:(?!  - name: ).*\n?)*", RegexOptions.Multiline)]
    private static partial Regex Case();
}
