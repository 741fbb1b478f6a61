using System.Diagnostics;
using System.Globalization;
using System.Text;
using Dapper;
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
        var writers = Enumerable.Range(0, Customers).Select(i => new Writer(server.Platform, server.Platform.AddFriend($"客{i}"))).ToList();
        using var enough = new CancellationTokenSource();
        var writing = writers.Select((writer, i) => writer.WriteAsync(new Random(i), enough.Token)).ToList();
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

        await enough.CancelAsync();
        await Task.WhenAll(writing);
        await Eventually.IsSoAsync(() => writers.TrueForAll(writer => writer.Heard.Count >= writer.Written), "all to be answered", Failed);
        output.WriteLine($"{writers.Sum(writer => writer.Written)} texts, {await TakenOverAsync()} rows taken over");
        using var store = new NpgsqlConnection(cluster.ConnectionString);
        var counted = store.Query<(string User, long Number, string Text)>("SELECT line_user_id, number, text FROM counted ORDER BY number")
            .ToLookup(row => row.User, row => $"{row.Number}: {row.Text}");
        foreach (var writer in writers)
        {
            var expected = Enumerable.Range(1, writer.Written).Select(n => $"{n}: text {n}").ToList();
            counted[writer.UserId].ShouldBe(expected, "effects");
            writer.Heard.ShouldBe(expected, "answers");
        }
        foreach (var node in nodes)
            await node.DisposeAsync();

        async Task AnsweredAgainAsync(string what, long since, TimeSpan? patience = null)
        {
            var first = writers.Select(writer => writer.Next).ToList();
            while (writers.Zip(first).Any(pair => pair.First.Heard.Count < pair.Second))
            {
                if (Stopwatch.GetElapsedTime(since) > Recovery * 4)
                    throw Failed($"After {what} not all are answered.");
                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
            }
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: everybody answered after {Stopwatch.GetElapsedTime(since).TotalSeconds:0.0} s"));
            if (Stopwatch.GetElapsedTime(since) > (patience ?? Recovery))
                throw Failed($"After {what} it took {Stopwatch.GetElapsedTime(since).TotalSeconds:0.0} s.");
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

        Exception Failed(string what) => new Xunit.Sdk.XunitException(string.Join(
            '\n',
            [what, .. writers.Select(writer => $"wrote {writer.Written}, heard {writer.Heard.Count}"), .. nodes.SelectMany((node, i) => node.Lines.TakeLast(40).Select(line => $"{i + 1}| {line}"))]));
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

    /// <summary>A customer who writes one text after the other; what was not acknowledged is delivered again, as LINE does.</summary>
    private sealed class Writer(LinePlatform platform, LinePhone phone)
    {
        private volatile int _begun;
        private volatile int _written;

        public string UserId => phone.UserId;

        /// <summary>The first text that is still to be written.</summary>
        public int Next => _begun + 1;

        /// <summary>Texts that were acknowledged.</summary>
        public int Written => _written;

        public List<string> Heard =>
            [.. phone.Talk.Where(entry => entry.Side == TalkSide.Bot).Select(entry => entry.Message.GetProperty("text").GetString()!)];

        public async Task WriteAsync(Random random, CancellationToken enough)
        {
            while (!enough.IsCancellationRequested)
            {
                _begun++;
                var post = await phone.SendTextAsync($"text {_begun}");
                for (var body = post!.Body; !post.IsAccepted;)
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, CancellationToken.None);
                    post = await platform.Webhooks.PostAsync(Encoding.UTF8.GetBytes(body));
                }
                _written++;
                await Task.Delay(TimeSpan.FromMilliseconds(random.Next(100, 500)), TimeProvider.System, CancellationToken.None);
            }
        }
    }
}
