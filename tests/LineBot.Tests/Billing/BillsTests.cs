using LineBot.Accounts;
using LineBot.Billing;
using LineBot.Data;
using LineBot.Storage;
using LineBot.Tests.Data;
using LineBot.Tests.Language;

namespace LineBot.Tests.Billing;

public sealed class BillsTests : IAsyncLifetime
{
    private readonly LedgerFixture _ledger = new();

    private Bills Bills => new(
        _ledger.Of<BillStore>(), _ledger.Of<MonthTurn>(), _ledger.Of<PlanChangeStore>(), _ledger.Of<PlanStore>(), _ledger.Of<TopUpStore>(),
        _ledger.Of<CampaignStore>());

    [Fact]
    public Task A_month_is_closed_once_when_it_has_ended_in_japan() => _ledger.In(tx =>
    {
        var contract = Contract(tx);

        Bills.Close(tx, contract, Tokyo.At("2026-09-30T23:59:59.999")).ShouldBe(0);
        Bills.Close(tx, contract, Tokyo.At("2026-10-01T00:00:00.000")).ShouldBe(1);
        Bills.Close(tx, contract, Tokyo.At("2026-10-01T00:00:00.000")).ShouldBe(0);
        Bills.Close(tx, contract, Tokyo.At("2026-12-20T12:00")).ShouldBe(2);

        Told(tx, contract, "2026-12-20T12:00").ShouldBe(["2026-11 2420", "2026-10 2420", "2026-09 2420"]);
        Check(tx);
    });

    [Fact]
    public Task A_late_closing_bills_each_month_by_what_was_in_force_in_it() => _ledger.In(tx =>
    {
        var (contract, subscription) = (Contract(tx), 1L);
        var (sns, music) = (Option(tx, "sns", 280), Option(tx, "music", 480));
        _ledger.Of<PlanStore>().Add(tx, Plan("12gb", 3520));
        var plans = _ledger.Of<PlanStore>();
        plans.TakeOption(tx, subscription, sns, Tokyo.At("2026-09-30T23:59:59.999"));
        plans.TakeOption(tx, subscription, music, Tokyo.At("2026-10-01T00:00:00.000"));
        plans.DropOption(tx, subscription, music, Tokyo.At("2026-10-02T00:00:00.000"));
        plans.TakeOption(tx, subscription, music, Tokyo.At("2026-10-03T00:00:00.000"));
        plans.DropOption(tx, subscription, music, Tokyo.At("2026-10-31T23:59:59.999"));
        _ledger.Of<TopUps>().Buy(tx, subscription, "a", new TopUpOffer(1000, 1000), Tokyo.At("2026-10-31T23:59:59.999"));
        _ledger.Of<TopUps>().Buy(tx, subscription, "b", new TopUpOffer(500, 500), Tokyo.At("2026-11-01T00:00:00.000"));
        _ledger.Of<PlanChangeStore>().Ask(tx, subscription, "12gb").ShouldBeTrue();

        Bills.Close(tx, contract, Tokyo.At("2027-01-20T12:00")).ShouldBe(4);

        Told(tx, contract, "2027-01-20T12:00").ShouldBe(
            ["2026-12 3800", "2026-11 3200", "2026-10 4180", "2026-09 2700"]);
        Check(tx);
    });

    [Fact]
    public Task This_month_so_far_grows_and_then_closes_as_it_stood() => _ledger.In(tx =>
    {
        var contract = Contract(tx);
        _ledger.Of<TopUps>().Buy(tx, 1, "a", new TopUpOffer(500, 500), Tokyo.At("2026-09-10T12:00"));

        var soFar = Bills.SoFar(tx, contract, Tokyo.At("2026-09-30T23:59"));
        soFar.IsClosed.ShouldBeFalse();
        soFar.Yen.ShouldBe(2920);
        Bills.SoFar(tx, contract, Tokyo.At("2026-10-01T00:00")).Yen.ShouldBe(2420);

        Told(tx, contract, "2026-10-01T00:00").ShouldBe(["2026-09 2920"]);
    });

    [Fact]
    public Task Nothing_is_billed_before_activation_or_after_the_end_and_the_last_month_is_billed_whole() => _ledger.In(tx =>
    {
        var contract = _ledger.AddContract(tx);
        _ledger.AddSubscription(tx, contract, "陸", activatedAt: Tokyo.At("2026-10-17T10:00"));
        tx.Execute("UPDATE subscriptions SET ended_at = @now", new { now = Tokyo.At("2026-11-10T00:00") });

        Told(tx, contract, "2027-01-10T12:00").ShouldBe(["2026-11 2420", "2026-10 1170"]);
    });

    [Fact]
    public Task A_reward_paid_as_balance_is_taken_off_from_the_month_of_its_grant_until_it_is_used_up() => _ledger.In(tx =>
    {
        var contract = Contract(tx);
        var campaigns = _ledger.Of<CampaignStore>();
        campaigns.Add(tx, new Campaign
        {
            Id = "c", NameJa = "c", NameEn = "c", Code = "C", Kind = "balance", Amount = 3000, StartsOn = new DateOnly(2026, 9, 1), EndsOn = new DateOnly(2026, 9, 30),
        });
        campaigns.Enrol(tx, "c", contract, new DateOnly(2026, 10, 15), Tokyo.At("2026-09-01T10:00"));
        tx.Execute("UPDATE campaign_rewards SET state = 'granted', settled_at = @at", new { at = Tokyo.At("2026-10-15T00:00") });

        Told(tx, contract, "2027-01-10T12:00").ShouldBe(["2026-12 2420", "2026-11 1840", "2026-10 0", "2026-09 2420"]);
        Check(tx);
    });

    [Fact]
    public Task A_contract_from_elsewhere_gets_no_bills_older_than_those_that_are_shown() => _ledger.In(tx =>
    {
        var contract = _ledger.AddContract(tx);
        _ledger.AddSubscription(tx, contract, "陸", activatedAt: Tokyo.At("2020-01-01T10:00"));

        Told(tx, contract, "2026-12-10T12:00").ShouldBe(
            ["2026-11 2420", "2026-10 2420", "2026-09 2420", "2026-08 2420", "2026-07 2420", "2026-06 2420"]);
    });

    [Fact]
    public Task Past_months_are_six() => _ledger.In(tx =>
    {
        var contract = Contract(tx);
        Bills.Close(tx, contract, Tokyo.At("2027-03-10T12:00")).ShouldBe(6);
        Bills.Past(tx, contract, Tokyo.At("2027-04-10T12:00")).Select(bill => bill.Month.Month).ShouldBe([3, 2, 1, 12, 11, 10]);
        tx.Get<long>("SELECT COUNT(*) FROM bills").ShouldBe(7);
    });

    [Fact]
    public Task A_name_of_the_catalogue_that_changes_leaves_closed_bills_as_they_were() => _ledger.In(tx =>
    {
        var contract = Contract(tx);
        Bills.Close(tx, contract, Tokyo.At("2026-10-10T12:00"));
        tx.Execute("UPDATE plans SET name_ja = 'new', monthly_yen = 1");

        Bills.Past(tx, contract, Tokyo.At("2026-10-10T12:00")).Single().Lines.Single().NameJa.ShouldBe("6000mb");
        Told(tx, contract, "2026-10-10T12:00").ShouldBe(["2026-09 2420"]);
    });

    private long Contract(Transaction tx)
    {
        var contract = _ledger.AddContract(tx);
        _ledger.AddSubscription(tx, contract, "花子");
        return contract;
    }

    private string Option(Transaction tx, string id, int yen)
    {
        _ledger.Of<PlanStore>().Add(tx, new PlanOption { Id = id, NameJa = id, NameEn = id, MonthlyYen = yen });
        return id;
    }

    private static Plan Plan(string id, int yen) => new() { Id = id, NameJa = id, NameEn = id, DataKb = 12_000_000, HasVoice = true, MonthlyYen = yen };

    private IEnumerable<string> Told(Transaction tx, long contract, string now) =>
        Bills.Past(tx, contract, Tokyo.At(now)).Select(bill => $"{bill.Month:yyyy-MM} {bill.Yen}");

    /// <summary>What is stored of a bill is what its lines add up to.</summary>
    private static void Check(Transaction tx) => tx.Get<long>(
        "SELECT COUNT(*) FROM bills b WHERE b.yen <> (SELECT COALESCE(SUM(l.yen), 0) FROM bill_lines l WHERE l.bill_id = b.id)").ShouldBe(0);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _ledger.DisposeAsync();
}
