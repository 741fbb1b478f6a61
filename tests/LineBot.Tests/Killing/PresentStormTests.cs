using System.Text;
using LineBot.Accounts;
using LineBot.Handlers.DataPresent;
using LineBot.Language;
using LineBot.Simulator.Bot;
using LineBot.Simulator.Clock;
using LineBot.Simulator.Platform;
using LineBot.Tests.Data;
using LineBot.Tests.Storage;

namespace LineBot.Tests.Killing;

/// <summary>
/// Ten people give, share, claim, cancel and tap twice, all at once, while the service is killed and started again. No data is lost,
/// made or taken below zero, each present has one end, and each party hears the truth once.
/// </summary>
public sealed class PresentStormTests
{
    private const int People = 10;
    private const int TapsEach = 14;
    private const int Kills = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task Presents_claims_and_cancels_all_at_once_conserve_the_data_and_tell_each_party_the_truth_once()
    {
        var random = new Random(20261122);
        var folder = Directory.CreateTempSubdirectory("linebot-storm-").FullName;
        using var clock = MiddleOfAMonth();
        await using var server = await PlatformServer.StartAsync(clock);
        server.Platform.Webhooks.Timeout = TimeSpan.FromSeconds(10);
        var phones = Enumerable.Range(0, People).Select(i => server.Platform.AddFriend($"客{i}")).ToList();
        await using var ledger = new LedgerFixture();
        var store = ledger.Store;
        var (subscriptions, dataKb) = await FillAsync(ledger, phones, clock.GetUtcNow());
        var settings = new Dictionary<string, string>(
            BotSettings.For(server.Platform.Channel, server.Address, new Uri($"http://127.0.0.1:{FreePort.Find()}"), folder))
        {
            ["DemoData"] = "false", ["Storage:Provider"] = store.Options.Provider, ["Storage:ConnectionString"] = store.ConnectionString,
        };
        await using var service = new BotProcess(settings, clock);
        server.Platform.Webhooks.Url = service.WebhookUrl;
        await service.StartAsync();

        var storm = new Storm(server.Platform, phones, subscriptions, clock);
        var tapping = storm.RageAsync(random);
        for (var kill = 0; kill < Kills; kill++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(300, 1_200)), TimeProvider.System);
            await service.KillAsync();
            await service.StartAsync();
        }
        await tapping;
        await AllSettledAsync(store, service, phones, storm);
        await service.StopAsync();

        store.Count("SELECT SUM(left_kb) FROM data_parts").ShouldBe(dataKb - store.Count("SELECT COALESCE(SUM(kb), 0) FROM data_shares WHERE state = 'waiting'"));
        store.Count("SELECT COUNT(*) FROM data_parts p WHERE left_kb < 0 OR left_kb <> (SELECT COALESCE(SUM(kb), 0) FROM data_entries WHERE part_id = p.id)")
            .ShouldBe(0);
        store.Count("SELECT COUNT(*) FROM data_presents").ShouldBeGreaterThan(10, "the storm has to do something");
        store.Count("SELECT COUNT(DISTINCT state) FROM data_shares WHERE state IN ('claimed', 'cancelled')").ShouldBe(2, "both ends have to occur");
        for (var i = 0; i < People; i++)
            HasHeardTheTruth(store, phones[i], subscriptions[i], storm);
        Directory.Delete(folder, recursive: true);
    }

    private static void HasHeardTheTruth(TestStore store, LinePhone phone, long subscription, Storm storm)
    {
        var heard = Heard(phone);
        int Heards(string text) => heard.Count(said => said.Contains(text, StringComparison.Ordinal));
        long Stored(string what) => store.Count($"SELECT COUNT(*) FROM {what.Replace("@id", $"{subscription}", StringComparison.Ordinal)}");

        ((long)Heards("をプレゼントしました")).ShouldBe(Stored("data_presents WHERE giver_id = @id AND request_id NOT LIKE 'share-%'"), phone.DisplayName);
        ((long)Heards("のデータプレゼントが届きました")).ShouldBe(Stored("data_presents WHERE receiver_id = @id"), phone.DisplayName);
        ((long)Heards("プレゼントリンクができました")).ShouldBe(Stored("data_shares WHERE giver_id = @id"), phone.DisplayName);
        ((long)Heards("プレゼントが受け取られました")).ShouldBe(Stored("data_shares WHERE giver_id = @id AND state = 'claimed'"), phone.DisplayName);
        ((long)Heards("プレゼントを取り消しました")).ShouldBe(Stored("data_shares WHERE giver_id = @id AND state = 'cancelled'"), phone.DisplayName);
        // One answer to each thing done, and one notice of each thing that happened to them.
        ((long)heard.Count).ShouldBe(storm.DoneBy(phone) + Stored($"notices WHERE line_user_id = '{phone.UserId}' AND state = 'told'"), phone.DisplayName);
    }

    /// <summary>Presents are open, and nobody sleeps.</summary>
    private static TurnableClock MiddleOfAMonth()
    {
        var clock = new TurnableClock();
        clock.TurnTo(JapanTime.StartOfNextMonth(clock.GetUtcNow()).AddDays(14).AddHours(12));
        return clock;
    }

    /// <summary>Ten subscriptions of one contract with 3 GB each, and a user for each.</summary>
    private static async Task<(IReadOnlyList<long> Subscriptions, long DataKb)> FillAsync(LedgerFixture ledger, IReadOnlyList<LinePhone> phones, DateTimeOffset now)
    {
        return await ledger.In(tx =>
        {
            var contract = ledger.AddContract(tx);
            var subscriptions = phones.Select(phone =>
            {
                var subscription = ledger.AddSubscription(tx, contract, phone.DisplayName, 3_000);
                ledger.Of<AccountStore>().Remember(tx, phone.UserId, phone.DisplayName, Tongue.Japanese, true, now);
                var code = ledger.Of<UserCodeStore>().Issue(tx, subscription, now).Code;
                ledger.Of<LinkStore>().LinkUser(tx, code, phone.UserId, now);
                return subscription;
            }).ToList();
            return (subscriptions, subscriptions.Sum(subscription => ledger.Left(tx, subscription, now)));
        });
    }

    private static async Task AllSettledAsync(TestStore store, BotProcess service, IReadOnlyList<LinePhone> phones, Storm storm)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (store.Count("SELECT (SELECT COUNT(*) FROM inbox WHERE status = 0) + (SELECT COUNT(*) FROM outbox WHERE status = 0)") > 0)
        {
            if (TimeProvider.System.GetElapsedTime(started) > Patience)
            {
                var counts = phones.Select(phone => $"{phone.DisplayName}: did {storm.DoneBy(phone)}, heard {Heard(phone).Count}");
                throw new Xunit.Sdk.XunitException($"Not all was settled.\n{string.Join('\n', counts)}\n{string.Join('\n', service.Lines.TakeLast(60))}");
            }
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }
    }

    private static List<string> Heard(LinePhone phone) =>
        [.. phone.Talk.Where(entry => entry.Side == TalkSide.Bot).Select(entry => entry.Message.GetProperty("altText").GetString()!)];

    private sealed class Storm(LinePlatform platform, IReadOnlyList<LinePhone> phones, IReadOnlyList<long> subscriptions, TimeProvider clock)
    {
        private readonly int[] _done = new int[phones.Count];

        public int DoneBy(LinePhone phone) => _done[phones.ToList().IndexOf(phone)];

        public Task RageAsync(Random random) =>
            Task.WhenAll(Enumerable.Range(0, phones.Count).Select(who => TapAroundAsync(who, new Random(random.Next()))));

        private async Task TapAroundAsync(int who, Random random)
        {
            var (under, followed) = (new List<Task>(), 0);
            for (var tap = 0; tap < TapsEach; tap++)
            {
                var request = PresentRequestId.New(clock.GetUtcNow());
                var to = subscriptions[random.Next(phones.Count)];
                var button = random.Next(5) < 3 ? $"data-present/give@1?to={to}&mb=500&request={request}" : $"data-present/share-make@1?mb=500&request={request}";
                for (var times = random.Next(10) < 3 ? 2 : 1; times > 0; times--)
                    under.Add(TapAsync(who, button));
                await Task.Delay(TimeSpan.FromMilliseconds(random.Next(20, 200)), TimeProvider.System);
                followed = Follow(who, followed, random, under);
            }
            // Each thing done is answered; a link may come with the last of them.
            var started = TimeProvider.System.GetTimestamp();
            while (Heard(phones[who]).Count < Volatile.Read(ref _done[who]) && TimeProvider.System.GetElapsedTime(started) < Patience)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
                followed = Follow(who, followed, random, under);
            }
            await Task.WhenAll(under);
        }

        /// <summary>Two others claim what each new link in the talk leads to, one of them twice; often the giver cancels at the same instant.</summary>
        private int Follow(int who, int followed, Random random, List<Task> under)
        {
            var links = phones[who].Talk.Where(entry => entry.Side == TalkSide.Bot).Select(entry => new Answer([entry.Message]))
                .Where(answer => answer.AltTexts[0].StartsWith("プレゼントリンクができました", StringComparison.Ordinal)).Skip(followed).ToList();
            foreach (var link in links)
            {
                var code = link.Button("リンクをコピー").GetProperty("clipboardText").GetString()!.Split('/')[^1];
                var (one, other) = (random.Next(phones.Count), random.Next(phones.Count));
                foreach (var claimer in (int[])[one, other, one])
                    under.Add(DoAsync(claimer, () => phones[claimer].SendTextAsync($"プレゼントを受け取る {code}")));
                if (random.Next(3) > 0)
                    under.Add(TapAsync(who, link.Button("プレゼントを取り消す").GetProperty("data").GetString()!));
            }
            return followed + links.Count;
        }

        private Task TapAsync(int who, string button) => DoAsync(who, () => phones[who].TapPostbackAsync(button));

        /// <summary>What was not acknowledged is delivered again, as LINE does.</summary>
        private async Task DoAsync(int who, Func<Task<WebhookPost?>> act)
        {
            Interlocked.Increment(ref _done[who]);
            var post = await act();
            for (var body = post!.Body; !post.IsAccepted;)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
                post = await platform.Webhooks.PostAsync(Encoding.UTF8.GetBytes(body));
            }
        }
    }
}
