using LineBot.Data;
using LineBot.Storage;
using LineBot.Tests.Language;

namespace LineBot.Tests.Data;

public sealed class UsageBookTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = Tokyo.At("2026-10-15T12:00");

    /// <summary>These customers were somebody else's before: their first month here is the one in which they are first looked at.</summary>
    private static readonly DateTimeOffset LongAgo = Tokyo.At("2026-07-01T10:00");

    private readonly LedgerFixture _ledger = new();

    [Fact]
    public Task Uses_carry_over_then_presents_then_plan_then_top_ups() => _ledger.In(tx =>
    {
        var (giver, subscription) = Pair(tx);
        _ledger.Left(tx, subscription, Tokyo.At("2026-09-10T12:00"));
        _ledger.Use(tx, subscription, "2026-09-10", 5_000, Tokyo.At("2026-09-10T12:00"));
        Buy(tx, subscription, Noon);
        Give(tx, giver, subscription, Noon);

        var left = new List<string>();
        foreach (var sequence in Enumerable.Range(1, 4))
        {
            _ledger.Use(tx, subscription, "2026-10-15", sequence == 3 ? 6_200 : 900, Noon, sequence);
            left.Add(LeftByPart(tx, subscription, Noon));
        }

        // 1 GB each of carry-over, present and top-up beside 6 GB of the plan.
        left.ShouldBe([
            "CarryOver 100, Present 1000, Plan 6000, TopUp 1000", "CarryOver 0, Present 200, Plan 6000, TopUp 1000",
            "CarryOver 0, Present 0, Plan 0, TopUp 1000", "CarryOver 0, Present 0, Plan 0, TopUp 100",
        ]);
    });

    [Fact]
    public Task Usage_beyond_the_last_part_went_slowly_and_is_owed_by_nobody() => _ledger.In(tx =>
    {
        var (giver, subscription) = Pair(tx);
        _ledger.Use(tx, subscription, "2026-10-15", 6_500, Noon);

        _ledger.Left(tx, subscription, Noon).ShouldBe(0);
        _ledger.Of<UsageStore>().From(tx, subscription, new DateOnly(2026, 10, 15)).Single().SlowKb.ShouldBe(500_000);

        Give(tx, giver, subscription, Noon);
        _ledger.Left(tx, subscription, Noon).ShouldBe(1_000_000);
    });

    [Fact]
    public Task A_late_report_of_last_month_takes_from_what_was_carried_over() => _ledger.In(tx =>
    {
        var (_, subscription) = Pair(tx);
        _ledger.Left(tx, subscription, Tokyo.At("2026-09-20T00:00"));
        _ledger.Left(tx, subscription, Tokyo.At("2026-10-01T00:00")).ShouldBe(12_000_000);
        _ledger.Use(tx, subscription, "2026-10-01", 5_500, Noon);
        LeftByPart(tx, subscription, Noon).ShouldBe("CarryOver 500, Plan 6000");

        // Of the 6 GB left in September only 4 remain, so 1.5 GB of October's usage falls to October's plan.
        _ledger.Use(tx, subscription, "2026-09-30", 2_000, Noon).ShouldBe(UsageVerdict.Booked);
        LeftByPart(tx, subscription, Noon).ShouldBe("CarryOver 0, Plan 4500");
    });

    [Fact]
    public Task A_report_counts_once_and_a_higher_revision_replaces_it() => _ledger.In(tx =>
    {
        var (_, subscription) = Pair(tx);
        Use(1_000, revision: 0).ShouldBe((UsageVerdict.Booked, 5_000));
        Use(1_000, revision: 0).ShouldBe((UsageVerdict.Duplicate, 5_000));
        Use(1_200, revision: 0).ShouldBe((UsageVerdict.Conflicting, 5_000));
        Use(700, revision: 2).ShouldBe((UsageVerdict.Corrected, 5_300));
        Use(900, revision: 1).ShouldBe((UsageVerdict.Outdated, 5_300));
        Use(1_000, revision: 0).ShouldBe((UsageVerdict.Duplicate, 5_300));
        Use(1_400, revision: 3).ShouldBe((UsageVerdict.Corrected, 4_600));

        (UsageVerdict, long) Use(long mb, int revision) =>
            (_ledger.Use(tx, subscription, "2026-10-14", mb, Noon, 1, revision), _ledger.Left(tx, subscription, Noon) / 1_000);
    });

    [Theory]
    [InlineData("2026-10-15", "2026-10-14T23:59:59.999", UsageVerdict.InFuture)]
    [InlineData("2026-10-15", "2026-10-15T00:00:00.000", UsageVerdict.Booked)]
    [InlineData("2026-09-01", "2026-10-31T23:59:59.999", UsageVerdict.Booked)]
    [InlineData("2026-09-30", "2026-11-01T00:00:00.000", UsageVerdict.TooOld)]
    public Task Takes_reports_of_this_month_and_the_last_in_japan(string day, string now, UsageVerdict verdict) => _ledger.In(tx =>
    {
        var (_, subscription) = Pair(tx);
        _ledger.Use(tx, subscription, day, 100, Tokyo.At(now)).ShouldBe(verdict);
    });

    [Theory]
    [InlineData(-1, UsageVerdict.Impossible)]
    [InlineData(0, UsageVerdict.Booked)]
    [InlineData(UsageReport.MostKb, UsageVerdict.Booked)]
    [InlineData(UsageReport.MostKb + 1, UsageVerdict.Impossible)]
    public Task Refuses_amounts_that_no_network_carried(long kb, UsageVerdict verdict) => _ledger.In(tx =>
    {
        var (_, subscription) = Pair(tx);
        _ledger.Of<UsageBook>().Book(tx, new UsageReport(subscription, new DateOnly(2026, 10, 15), 1, kb), Noon).ShouldBe(verdict);
    });

    [Fact]
    public Task Remembers_what_was_left_at_any_earlier_instant() => _ledger.In(tx =>
    {
        var (_, subscription) = Pair(tx);
        _ledger.Left(tx, subscription, Noon);
        _ledger.Use(tx, subscription, "2026-10-15", 300, Noon.AddHours(1));
        _ledger.Use(tx, subscription, "2026-10-14", 50, Noon.AddHours(2));

        LeftAt(Noon).ShouldBe(6_000_000);
        LeftAt(Noon.AddHours(1)).ShouldBe(5_700_000);
        LeftAt(Noon.AddHours(2)).ShouldBe(5_650_000);

        long LeftAt(DateTimeOffset instant) => _ledger.Of<Balances>().At(tx, subscription, instant).LeftKb;
    });

    private (long Giver, long Subscription) Pair(Transaction tx)
    {
        var contract = _ledger.AddContract(tx);
        var giver = _ledger.AddSubscription(tx, contract, "花子", activatedAt: LongAgo);
        var subscription = _ledger.AddSubscription(tx, contract, "陸", activatedAt: LongAgo);
        _ledger.Link(tx, giver, "花子");
        _ledger.Link(tx, subscription, "陸");
        return (giver, subscription);
    }

    private void Give(Transaction tx, long giver, long receiver, DateTimeOffset now) =>
        _ledger.Of<Giving>().Give(tx, new PresentRequest("r", giver, receiver, 1_000_000), now).IsNew.ShouldBeTrue();

    private void Buy(Transaction tx, long subscription, DateTimeOffset now) =>
        _ledger.Of<TopUps>().Buy(tx, subscription, "t", new TopUpOffer(1_000, 1_000), now).ShouldBeTrue();

    private string LeftByPart(Transaction tx, long subscription, DateTimeOffset now) => string.Join(", ",
        _ledger.Of<Balances>().Of(tx, subscription, now).Parts.Select(part => $"{part.Kind} {part.LeftKb / 1_000}"));

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _ledger.DisposeAsync().AsTask();
}
