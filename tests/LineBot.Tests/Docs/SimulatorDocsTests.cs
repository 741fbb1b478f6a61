using System.Globalization;
using System.Text.RegularExpressions;
using LineBot.Simulator;
using LineBot.Simulator.Platform;
using LineBot.Tests.Drivers;

namespace LineBot.Tests.Docs;

/// <summary>The page on the simulator, held against what is played.</summary>
public sealed partial class SimulatorDocsTests
{
    [Fact]
    public async Task Every_address_that_is_played_stands_in_the_table_with_its_rate()
    {
        await using var server = await PlatformServer.StartAsync();

        var told = Rows().SelectMany(row => row.Addresses.Select(address => $"{address} {row.Rate}"));

        told.Order().ShouldBe(server.Platform.Addresses.Select(address => $"{address} {InWords(RateLimits.Documented.GetValueOrDefault(address, RateLimits.Usual))}").Order());
    }

    [Fact]
    public void Every_option_is_explained()
    {
        foreach (Match option in Option().Matches(SimulatorOptions.Usage))
            Page.ShouldContain($"`{option.Value}");
    }

    private static string Page => File.ReadAllText(Path.Combine(Repository.Root, "docs", "simulator.md"));

    private static IEnumerable<(IEnumerable<string> Addresses, string Rate)> Rows() =>
        Page.Split('\n').Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells.Length == 5 && Address().IsMatch(cells[2]))
            .Select(cells => (Address().Matches(cells[2]).Select(match => match.Groups[1].Value), cells[3]));

    private static string InWords(Rate rate) =>
        rate.Count.ToString("N0", CultureInfo.InvariantCulture) + (rate.Per == TimeSpan.FromSeconds(1) ? "/s" : rate.Per == TimeSpan.FromMinutes(1) ? "/min" : "/h");

    [GeneratedRegex("`((?:GET|POST|PUT|DELETE) [^`]+)`")]
    private static partial Regex Address();

    [GeneratedRegex("--[a-z-]+")]
    private static partial Regex Option();
}
