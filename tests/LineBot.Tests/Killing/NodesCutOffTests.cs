using System.Diagnostics;
using System.Globalization;
using System.Net;
using LineBot.Simulator.Platform;
using LineBot.Storage;
using LineBot.Tests.Drivers;
using LineBot.Tests.Storage;
using Xunit.Abstractions;

namespace LineBot.Tests.Killing;

/// <summary>
/// Of two nodes behind a load balancer one is cut off from the database and not from LINE, while customers write all the time; nobody tells
/// it, and nothing is refused: what it sends to the database does not arrive, and nothing comes back.
/// </summary>
[Collection(BusyCustomers.OneAtATime)]
public sealed class NodesCutOffTests(ITestOutputHelper output)
{
    private const int Customers = 8;

    /// <summary>Twice what it takes on a machine that has nothing else to do.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    [PostgresTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Another_has_its_chats_until_it_joins_again_and_nothing_happens_twice(bool networkHasForgotten)
    {
        await using var line = await NodeTalk.StartAsync(new CountingHandler());
        await using var balancer = await Relay.StartAsync(line.Address(0), line.Address(1));
        line.Platform.Webhooks.Url = new Uri(balancer.Address, "/webhook");
        line.Platform.Faults.Delay = TimeSpan.FromMilliseconds(300);
        line.Platform.Faults.Add(ApiFault.Delay, 0.5, "/message/");
        using var customers = BusyCustomers.Start(line.Platform, Customers);
        await customers.AnsweredAgainAsync(Stopwatch.GetTimestamp());
        var before = line.Node(0).Id;
        line.Store.Count($"SELECT COUNT(*) FROM inbox WHERE owner = {before}").ShouldBeGreaterThan(0, "it has chats");

        var cut = Stopwatch.GetTimestamp();
        line.FirstsWire.Cut();
        await Eventually.IsSoAsync(async () => !await IsReadyAsync(0), "the node to say that it is not ready", Failed);
        Took("not ready", cut);
        await AnsweredAgainAsync("cut off", cut);
        (await IsReadyAsync(0)).ShouldBeFalse();
        (await IsReadyAsync(1)).ShouldBeTrue();
        await Eventually.IsSoAsync(() => !line.Node(0).IsAlive, "the node to know", Failed);
        Took("knows", cut);

        var mended = Stopwatch.GetTimestamp();
        line.FirstsWire.Mend(networkHasForgotten);
        await Eventually.IsSoAsync(async () => line.Node(0).Id is { } now && now != before && await IsReadyAsync(0), "the node to take part again", Failed);
        Took("takes part again", mended);
        await line.Of<Database>(0).ReadAsync(tx => tx.Get<long>("SELECT COUNT(*) FROM inbox"));
        Took("reads again", mended);
        await AnsweredAgainAsync("joined again", Stopwatch.GetTimestamp());

        using var store = line.Store.Open();
        await customers.AllHappenedOnceAndInOrderAsync(store);

        async Task<bool> IsReadyAsync(int node) => (await line.ReadyAsync(node)).StatusCode == HttpStatusCode.OK;

        async Task AnsweredAgainAsync(string what, long since)
        {
            await customers.AnsweredAgainAsync(since);
            Took($"{what}: everybody answered", since);
        }

        void Took(string what, long since)
        {
            var took = Stopwatch.GetElapsedTime(since);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what} after {took.TotalSeconds:0.0} s"));
            took.ShouldBeLessThan(Patience, what);
        }

        Exception Failed(string what) => new Xunit.Sdk.XunitException($"{what}\n{customers}\n{line.Log}");
    }
}
