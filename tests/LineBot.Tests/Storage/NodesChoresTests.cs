using Line.Messaging;
using LineBot.Notices;
using LineBot.Operations;
using LineBot.RichMenu;
using LineBot.Storage;
using LineBot.Tests.Data;
using LineBot.Tests.Drivers;
using LineBot.Tests.Handlers;
using LineBot.Tests.Handlers.DataPresent;
using LineBot.Tests.Handlers.DataRemaining;
using LineBot.Tests.Handlers.Linking;
using LineBot.Tests.Handlers.TalkInquiry;
using LineBot.Tests.Language;
using Microsoft.Extensions.DependencyInjection;

namespace LineBot.Tests.Storage;

/// <summary>
/// The node that does the chores stops in the middle of one and loses its sessions; another does the chore; then the first goes on with what
/// it had read and decided. Whatever the chore brings about is there once, and whoever hears of it hears of it once.
/// </summary>
public sealed class NodesChoresTests
{
    private static readonly Dictionary<string, Case> Chores = new()
    {
        ["MonthTurnChore"] = new(Tokyo.At("2026-11-30T23:59"), TimeSpan.FromMinutes(2))
        {
            Brings = "SELECT COUNT(*) FROM data_parts WHERE kind = 'plan' AND from_day = '2026-12-01'",
            Times = 3,
            Alike = "SELECT COUNT(*) FROM data_entries e JOIN data_parts p ON p.id = e.part_id WHERE p.from_day = '2026-12-01' GROUP BY p.subscription_id, p.kind, e.reason",
        },
        ["ClosingChore"] = new(Tokyo.At("2026-11-30T23:59"), TimeSpan.FromMinutes(2))
        {
            Brings = "SELECT COUNT(*) FROM bills WHERE month = '2026-11-01'", Times = 2,
            Alike = "SELECT COUNT(*) FROM bills GROUP BY contract_id, month",
        },
        ["BillNoticeChore"] = new(Tokyo.At("2026-12-03T12:00"), TimeSpan.Zero)
        {
            Prepare = async line =>
            {
                await DoAllAsync(line, 0, "ClosingChore");
                return await line.PhoneAsync(LinkState.Contractor);
            },
            Brings = "SELECT COUNT(*) FROM notices WHERE kind = 'bill-closed'", Says = "ご利用料金は 4,048円",
        },
        ["LevelChore"] = new(Tokyo.At("2026-12-05T12:00"), TimeSpan.Zero)
        {
            Prepare = async line =>
            {
                var child = line.Phone("陸");
                await line.LinkUserAsync(child, "080-0000-0002");
                await LevelNoticesTests.GiveAsync(line, child, "ja");
                await DoAllAsync(line, 0, "LevelChore");
                await LevelNoticesTests.BookAsync(line, leftKb: 600_000);
                return child;
            },
            Brings = "SELECT COUNT(*) FROM notices WHERE kind = 'data-low'", Says = "データの残りが 600MB",
        },
        ["CarryOverChore"] = new(Tokyo.At("2026-12-28T12:00"), TimeSpan.Zero)
        {
            Prepare = async line =>
            {
                var child = line.Phone("陸");
                await line.LinkUserAsync(child, "080-0000-0002");
                await LevelNoticesTests.GiveAsync(line, child, "ja", carriedKb: 800_000);
                return child;
            },
            Brings = "SELECT COUNT(*) FROM notices WHERE kind = 'carry-over-expiring'", Says = "800MB",
        },
        ["HeldNoticesChore"] = new(Tokyo.At("2026-11-16T22:00"), TimeSpan.FromHours(10))
        {
            Prepare = async line =>
            {
                var phone = await line.PhoneAsync(LinkState.User);
                await line.WriteAsync(tx => line.Part<NoticeWriter>().Tell(
                    tx, phone.UserId, NoticeKind.PresentReceived, _ => new TextMessage("おはようございます"), "held", line.Clock.GetUtcNow()));
                return phone;
            },
            Brings = "SELECT COUNT(*) FROM notices WHERE state = 'told'", Says = "おはようございます",
        },
        ["RewardChore"] = new(LineTalk.Noon, TimeSpan.FromDays(40))
        {
            Prepare = async line => await line.PhoneAsync(LinkState.Contractor),
            Brings = "SELECT COUNT(*) FROM audit_log WHERE action = 'reward-granted'", Says = "3,000",
            Alike = "SELECT COUNT(*) FROM notices WHERE cause LIKE 'reward:%' GROUP BY cause",
        },
        ["ReturnChore"] = new(LineTalk.Noon, TimeSpan.FromHours(72.1))
        {
            Prepare = async line =>
            {
                var (giver, _) = await PresentLinkTalkTests.FriendsAsync(line);
                await PresentLinkTalkTests.MakeLinkAsync(giver);
                return giver;
            },
            Brings = "SELECT COUNT(*) FROM data_shares WHERE state = 'returned'", Says = "プレゼントが戻りました",
            Alike = "SELECT COUNT(*) FROM data_entries WHERE reason = 'returned' GROUP BY part_id",
        },
        ["IdleChore"] = new(LineTalk.Noon, TimeSpan.FromHours(4))
        {
            Prepare = async line =>
            {
                var phone = await line.PhoneAsync(LinkState.None);
                await line.Operator().AnswerAsync(await line.TalkAsync(phone), "ほかにございますか");
                await phone.NextAnswerAsync();
                return phone;
            },
            Brings = "SELECT COUNT(*) FROM audit_log WHERE action = 'inquiry-closed'", Says = "しばらくお返事がなかったため",
        },
        ["RetentionChore"] = new(LineTalk.Noon, TimeSpan.FromDays(40))
        {
            Prepare = async line =>
            {
                await line.Phone("はな").AskAsync("こんにちは");
                return null;
            },
            Brings = "SELECT 1 - COUNT(*) FROM inbox",
        },
        ["ForgettingChore"] = new(LineTalk.Noon, TimeSpan.FromDays(200))
        {
            Prepare = async line =>
            {
                var phone = await line.PhoneAsync(LinkState.None);
                (await line.Operator().CloseAsync(await line.TalkAsync(phone))).IsDone.ShouldBeTrue();
                await phone.NextAnswerAsync();
                return null;
            },
            Brings = "SELECT 1 - COUNT(*) FROM inquiries",
        },
        ["PrivacyChore"] = new(LineTalk.Noon, TimeSpan.FromDays(1_100))
        {
            Prepare = async line =>
            {
                await line.WriteAsync(tx => tx.Execute("UPDATE contracts SET ended_at = @now WHERE login_id = 'tomo@example.jp'", new { now = line.Clock.GetUtcNow() }));
                return null;
            },
            Brings = "SELECT COUNT(*) FROM audit_log WHERE action = 'customer-erased'",
        },
    };

    public static IEnumerable<object[]> Stops => Chores.Keys.SelectMany(chore => new object[][] { [chore, false], [chore, true] });

    [PostgresTheory]
    [MemberData(nameof(Stops))]
    public async Task What_another_node_has_done_meanwhile_is_not_done_again(string chore, bool hasWritten)
    {
        var (stopping, has) = (new StoppingEngine(), Chores[chore]);
        await using var line = await LineTalk.StartAsync(new LineTalkOptions
        {
            StartsAt = has.StartsAt, ClockRuns = false, Nodes = 2,
            ConfigureNode = (node, builder) =>
            {
                // The test itself says which node does what.
                builder.Services.Remove(builder.Services.Single(service => service.ImplementationType == typeof(ChoreWorker)));
                if (node == 0)
                    stopping.Configure(builder);
            },
        });
        foreach (var expected in (string[])["The store refused a commit", "The store is not available", "has lost its session"])
            line.Log.Expect(expected);
        var hears = await has.Prepare(line);
        if (hears is not null)
            await hears.SkipAsync();
        await line.SettledAsync();
        line.Clock.Turn(has.Passes);
        line.Count(has.Brings).ShouldBe(0);

        if (hasWritten)
            stopping.StopBeforeItCommits(has.Brings);
        else
            stopping.StopBeforeItBegins();
        var first = DoAllAsync(line, 0, chore);
        if (hasWritten)
            await stopping.Stands;
        first.IsCompleted.ShouldBeFalse("it stands still");
        LoseSessions(line, hasWritten);
        await DoAllAsync(line, 1, chore);
        line.Count(has.Brings).ShouldBe(has.Times);
        stopping.GoOn();
        if (hasWritten)
            await Should.ThrowAsync<StoreUnavailableException>(first);
        else
            await first;
        await DoAllAsync(line, 0, chore);

        line.Count(has.Brings).ShouldBe(has.Times);
        if (has.Alike is { } alike)
            line.Count($"SELECT COALESCE(MAX(count), 1) FROM ({alike}) AS alike").ShouldBe(1);
        if (hears is null)
            return;
        (await hears.NextAnswerAsync()).ShouldSatisfyAllConditions(answer => string.Join('\n', [answer.Text, .. answer.AltTexts]).ShouldContain(has.Says));
        await hears.HearsNothingAsync();
    }

    private static async Task DoAllAsync(LineTalk line, int node, string name)
    {
        var chore = line.ServicesOf(node).GetServices<IChore>().Single(one => one.GetType().Name == name);
        while (await chore.DoPortionAsync(CancellationToken.None))
        {
        }
    }

    /// <summary>As the server does it when it has heard nothing of them for some seconds.</summary>
    private static void LoseSessions(LineTalk line, bool alsoTheWriters) => line.Count(
        $"""
        SELECT COUNT(pg_terminate_backend(pid)) FROM pg_locks
        WHERE locktype = 'advisory' AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
            AND ((classid = 5498118 AND objid = {line.ServicesOf(0).GetRequiredService<Database>().Node.Id}) OR ({alsoTheWriters} AND classid = 0 AND objid = 5498117))
        """).ShouldBe(alsoTheWriters ? 2 : 1);

    /// <param name="StartsAt">When the service starts.</param>
    /// <param name="Passes">How much later the chore has something to do.</param>
    private sealed record Case(DateTimeOffset StartsAt, TimeSpan Passes)
    {
        /// <summary>Makes what the chore is for; gives who hears of it.</summary>
        public Func<LineTalk, Task<PhoneDriver?>> Prepare { get; init; } = _ => Task.FromResult<PhoneDriver?>(null);

        /// <summary>Counts what the chore brings about.</summary>
        public required string Brings { get; init; }

        public int Times { get; init; } = 1;

        /// <summary>Counts what there may be one of each.</summary>
        public string? Alike { get; init; }

        /// <summary>What is heard of it.</summary>
        public string Says { get; init; } = "";
    }
}
