using LineBot.Data;
using LineBot.Storage;
using LineBot.Tests.Language;

namespace LineBot.Tests.Data;

public sealed class MonthTurnTests : IAsyncLifetime
{
    private readonly LedgerFixture _ledger = new();

    [Fact]
    public Task Carries_the_rest_of_the_plan_over_for_one_month() => _ledger.In(tx =>
    {
        var subscription = Subscription(tx);
        _ledger.Use(tx, subscription, "2026-09-20", 2_000, Tokyo.At("2026-09-20T12:00"));

        Parts(tx, subscription, "2026-09-30T23:59:59.999").ShouldBe("Plan 4000 until 09-30");
        Parts(tx, subscription, "2026-10-01T00:00:00.000").ShouldBe("CarryOver 4000 until 10-31, Plan 6000 until 10-31");
        Parts(tx, subscription, "2026-10-31T23:59:59.999").ShouldBe("CarryOver 4000 until 10-31, Plan 6000 until 10-31");
        Parts(tx, subscription, "2026-11-01T00:00:00.000").ShouldBe("CarryOver 6000 until 11-30, Plan 6000 until 11-30");
    });

    [Fact]
    public Task A_top_up_keeps_its_own_date_and_a_present_ends_with_its_month() => _ledger.In(tx =>
    {
        var subscription = Subscription(tx);
        var now = Tokyo.At("2026-09-30T12:00");
        var contract = tx.Get<long>("SELECT contract_id FROM subscriptions WHERE id = @subscription", new { subscription });
        var giver = _ledger.AddSubscription(tx, contract, "花子");
        _ledger.Link(tx, subscription, "陸");
        _ledger.Of<TopUps>().Buy(tx, subscription, "t", new TopUpOffer(500, 500), now);
        _ledger.Of<Giving>().Give(tx, new PresentRequest("r", giver, subscription, 500_000), now);

        Parts(tx, subscription, "2026-09-30T23:59").ShouldBe("Present 500 until 09-30, Plan 6000 until 09-30, TopUp 500 until 10-31");
        Parts(tx, subscription, "2026-10-01T00:00").ShouldBe("CarryOver 6000 until 10-31, Plan 6000 until 10-31, TopUp 500 until 10-31");
        Parts(tx, subscription, "2026-11-01T00:00").ShouldBe("CarryOver 6000 until 11-30, Plan 6000 until 11-30");
    });

    [Fact]
    public Task A_month_that_is_granted_late_ends_as_if_it_had_been_punctual() => _ledger.In(tx =>
    {
        var late = Subscription(tx);
        _ledger.Use(tx, late, "2026-09-10", 1_000, Tokyo.At("2026-09-10T12:00"));
        // Nobody looked for two months.
        Parts(tx, late, "2026-12-03T12:00").ShouldBe("CarryOver 6000 until 12-31, Plan 6000 until 12-31");
    });

    [Theory]
    [InlineData("2026-09-01T00:00", 6_000)]
    [InlineData("2026-09-16T12:00", 3_000)]
    [InlineData("2026-09-30T23:59", 200)]
    public Task The_first_month_is_granted_by_its_days(string activatedAt, long mb) => _ledger.In(tx =>
    {
        var subscription = _ledger.AddSubscription(tx, _ledger.AddContract(tx), "陸", activatedAt: Tokyo.At(activatedAt));
        _ledger.Left(tx, subscription, Tokyo.At("2026-09-30T23:59:59")).ShouldBe(mb * 1_000);
    });

    [Fact]
    public Task A_share_of_a_month_is_rounded_up_to_a_whole_megabyte() => _ledger.In(tx =>
    {
        var subscription = _ledger.AddSubscription(tx, _ledger.AddContract(tx), "陸", 500, Tokyo.At("2026-10-30T12:00"));
        // 500 MB × 2 / 31 days = 32.26 MB.
        _ledger.Left(tx, subscription, Tokyo.At("2026-10-30T12:00")).ShouldBe(33_000);
    });

    [Fact]
    public Task Nothing_is_granted_before_activation_or_after_the_end() => _ledger.In(tx =>
    {
        var subscription = _ledger.AddSubscription(tx, _ledger.AddContract(tx), "陸", activatedAt: Tokyo.At("2026-10-02T00:00"));
        _ledger.Left(tx, subscription, Tokyo.At("2026-10-01T23:59")).ShouldBe(0);
        tx.Execute("UPDATE subscriptions SET ended_at = @now WHERE id = @subscription", new { subscription, now = Tokyo.At("2026-10-20T00:00") });
        _ledger.Left(tx, subscription, Tokyo.At("2026-11-01T00:00")).ShouldBe(0);
    });

    [Fact]
    public Task A_plan_change_takes_effect_with_the_next_month() => _ledger.In(tx =>
    {
        var subscription = Subscription(tx);
        _ledger.AddSubscription(tx, _ledger.AddContract(tx), "海", 12_000);
        Parts(tx, subscription, "2026-09-30T12:00").ShouldBe("Plan 6000 until 09-30");
        tx.Execute("UPDATE subscriptions SET next_plan_id = '12000mb' WHERE id = @subscription", new { subscription });

        Parts(tx, subscription, "2026-09-30T23:59").ShouldBe("Plan 6000 until 09-30");
        Parts(tx, subscription, "2026-10-01T00:00").ShouldBe("CarryOver 6000 until 10-31, Plan 12000 until 10-31");
        Parts(tx, subscription, "2026-11-01T00:00").ShouldBe("CarryOver 12000 until 11-30, Plan 12000 until 11-30");
    });

    [Theory]
    [InlineData("2026-09-30T23:50", "CarryOver 200 until 10-31, Plan 6000 until 10-31")]
    [InlineData("2026-09-01T00:00", "CarryOver 6000 until 10-31, Plan 6000 until 10-31")]
    [InlineData("2026-08-31T23:59", "Plan 6000 until 10-31")]
    public Task Whoever_came_last_month_has_that_months_data_though_nobody_looked_in_it(string activatedAt, string parts) => _ledger.In(tx =>
    {
        var subscription = _ledger.AddSubscription(tx, _ledger.AddContract(tx), "陸", activatedAt: Tokyo.At(activatedAt));
        Parts(tx, subscription, "2026-10-01T00:10").ShouldBe(parts);
    });

    [Fact]
    public Task A_month_counts_from_its_first_instant_however_late_it_is_turned() => _ledger.In(tx =>
    {
        var subscription = Subscription(tx);
        Parts(tx, subscription, "2026-12-03T12:00").ShouldBe("CarryOver 6000 until 12-31, Plan 6000 until 12-31");

        LeftAt("2026-09-30T23:59:59.999").ShouldBe(6_000_000);
        LeftAt("2026-10-01T00:00:00.000").ShouldBe(12_000_000);
        LeftAt("2026-11-15T12:00:00.000").ShouldBe(12_000_000);
        LeftAt("2026-12-02T12:00:00.000").ShouldBe(12_000_000);

        long LeftAt(string instant) => _ledger.Of<Balances>().At(tx, subscription, Tokyo.At(instant)).LeftKb;
    });

    private long Subscription(Transaction tx)
    {
        var subscription = _ledger.AddSubscription(tx, _ledger.AddContract(tx), "陸");
        _ledger.Left(tx, subscription, LedgerFixture.SignedAt);
        return subscription;
    }

    private string Parts(Transaction tx, long subscription, string now) => string.Join(", ",
        _ledger.Of<Balances>().Of(tx, subscription, Tokyo.At(now)).Parts.Select(part => $"{part.Kind} {part.LeftKb / 1_000} until {part.LastDay:MM-dd}"));

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _ledger.DisposeAsync().AsTask();
}
