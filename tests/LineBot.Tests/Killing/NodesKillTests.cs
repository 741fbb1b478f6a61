using System.Diagnostics;
using System.Globalization;
using LineBot.Simulator.Bot;
using LineBot.Simulator.Platform;
using LineBot.Tests.Drivers;
using LineBot.Tests.Storage;
using Npgsql;
using Xunit.Abstractions;

namespace LineBot.Tests.Killing;

/// <summary>
/// Three services share a database behind a load balancer, and customers write all the time, while one is killed, one is added, one is
/// paused for longer than it is waited for and goes on, and the database is restarted. What was acknowledged happens once and in order,
/// each answer is heard once, and after each blow everybody is answered again soon.
/// </summary>
[Collection(BusyCustomers.OneAtATime)]
public sealed class NodesKillTests(ITestOutputHelper output)
{
    private const int Customers = 16;
    private static readonly TimeSpan Recovery = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(12);

    [PostgresFact]
    public async Task Everything_acknowledged_happens_once_and_in_order_whichever_node_dies_sleeps_or_comes()
    {
        using var cluster = new OwnCluster();
        await using var server = await PlatformServer.StartAsync(new PatientClock());
        var faults = server.Platform.Faults;
        faults.Seed(9);
        faults.Delay = TimeSpan.FromMilliseconds(500);
        faults.Add(ApiFault.Delay, 0.5, "/message/");
        faults.Add(ApiFault.ResetBefore, 0.02, "/message/");
        faults.Add(ApiFault.ResetAfter, 0.02, "/message/");
        faults.Add(ApiFault.FailBefore, 0.02, "/message/");
        faults.Add(ApiFault.FailAfter, 0.02, "/message/");
        faults.Add(WebhookFault.Duplicate, 0.1);
        var nodes = Enumerable.Range(0, 4).Select(_ => Node(server, cluster)).ToList();
        await using var balancer = await Relay.StartAsync([.. nodes.Take(3).Select(node => node.Address)]);
        server.Platform.Webhooks.Url = new Uri(balancer.Address, "/webhook");
        server.Platform.Webhooks.Timeout = TimeSpan.FromSeconds(10);
        await Task.WhenAll(nodes.Take(3).Select(node => node.StartAsync()));
        using var customers = BusyCustomers.Start(server.Platform, Customers);
        await AnsweredAgainAsync("the start", Stopwatch.GetTimestamp());

        var blow = Stopwatch.GetTimestamp();
        await nodes[0].KillAsync();
        await AnsweredAgainAsync("one was killed", blow);
        (await TakenOverAsync()).ShouldBeGreaterThan(0, "the killed node's work");

        blow = Stopwatch.GetTimestamp();
        await nodes[3].StartAsync();
        balancer.Add(nodes[3].Address);
        await AnsweredAgainAsync("one was added", blow, patience: TimeSpan.FromSeconds(40));

        blow = Stopwatch.GetTimestamp();
        var before = await TakenOverAsync(nodes[1]);
        Signal("STOP", nodes[1]);
        await AnsweredAgainAsync("one was paused", blow);
        (await TakenOverAsync(nodes[1])).ShouldBeGreaterThan(before, "the paused node's work");
        var rest = Pause - Stopwatch.GetElapsedTime(blow);
        await Task.Delay(rest > TimeSpan.Zero ? rest : TimeSpan.Zero, TimeProvider.System);
        blow = Stopwatch.GetTimestamp();
        Signal("CONT", nodes[1]);
        await AnsweredAgainAsync("it went on", blow);

        cluster.Restart();
        blow = Stopwatch.GetTimestamp();
        await AnsweredAgainAsync("the database was restarted", blow);

        using var store = new NpgsqlConnection(cluster.ConnectionString);
        await ToldAsync(() => customers.AllHappenedOnceAndInOrderAsync(store));
        output.WriteLine($"{customers.Written} texts, {await TakenOverAsync()} rows taken over");
        foreach (var node in nodes)
            await node.DisposeAsync();

        async Task AnsweredAgainAsync(string what, long since, TimeSpan? patience = null)
        {
            await ToldAsync(async () =>
            {
                var took = await customers.AnsweredAgainAsync(since);
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: everybody answered after {took.TotalSeconds:0.0} s"));
                took.ShouldBeLessThan(patience ?? Recovery, what);
            });
        }

        async Task<double> TakenOverAsync(BotProcess? without = null)
        {
            using var http = new HttpClient();
            var sum = 0.0;
            foreach (var node in nodes.Where(node => node.IsRunning && node != without))
            {
                var metrics = await http.GetStringAsync(new Uri(node.Address, "/metrics"));
                sum += metrics.Split('\n').Where(line => line.StartsWith("linebot_taken_over_total{", StringComparison.Ordinal))
                    .Sum(line => double.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture));
            }
            return sum;
        }

        async Task ToldAsync(Func<Task> step)
        {
            try
            {
                await step();
            }
            catch (Exception)
            {
                foreach (var line in nodes.SelectMany((node, i) => node.Lines.TakeLast(40).Select(line => $"{i + 1}| {line}")))
                    output.WriteLine(line);
                throw;
            }
        }
    }

    private static BotProcess Node(PlatformServer server, OwnCluster cluster)
    {
        var settings = new Dictionary<string, string>(
            BotSettings.For(server.Platform.Channel, server.Address, new Uri($"http://127.0.0.1:{FreePort.Find()}"), Path.GetTempPath()))
        {
            ["DemoData"] = "false", ["Storage:Provider"] = "Postgres", ["Storage:ConnectionString"] = cluster.ConnectionString,
        };
        return new BotProcess(settings, program: () => new ProcessStartInfo(OwnExecutable.DotnetHost(), ["exec", typeof(NodesKillTests).Assembly.Location]));
    }

    private static void Signal(string name, BotProcess node)
    {
        using var kill = Process.Start("kill", [$"-{name}", node.ProcessId!.Value.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
        kill.ExitCode.ShouldBe(0);
    }
}
