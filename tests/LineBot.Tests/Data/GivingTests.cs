using LineBot.Data;
using LineBot.Storage;
using LineBot.Tests.Language;

namespace LineBot.Tests.Data;

public sealed class GivingTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = Tokyo.At("2026-09-15T12:00");

    private readonly LedgerFixture _ledger = new();

    [Fact]
    public Task Moves_plan_data_into_a_present_that_ends_with_the_month() => _ledger.In(tx =>
    {
        var (giver, receiver) = Pair(tx);
        var given = Give(tx, giver, receiver, 1_500);

        given.IsNew.ShouldBeTrue();
        _ledger.Left(tx, giver, Noon).ShouldBe(4_500_000);
        _ledger.Of<Balances>().Of(tx, receiver, Noon).Parts
            .Select(part => (part.Kind, part.LeftKb, part.LastDay)).ShouldContain((PartKind.Present, 1_500_000, new DateOnly(2026, 9, 30)));
    });

    [Fact]
    public Task One_request_gives_once_and_says_what_it_gave_ever_after() => _ledger.In(tx =>
    {
        var (giver, receiver) = Pair(tx);
        var first = Give(tx, giver, receiver, 500, "once");
        var second = Give(tx, giver, receiver, 500, "once", Tokyo.At("2026-09-16T12:00"));

        second.IsNew.ShouldBeFalse();
        second.Present.ShouldBe(first.Present);
        second.Present!.GivenAt.ShouldBe(Noon);
        _ledger.Left(tx, giver, Noon).ShouldBe(5_500_000);
        // A request id is its giver's own: another's of the same name is another present.
        Give(tx, receiver, giver, 500, "once").IsNew.ShouldBeTrue();
    });

    [Theory]
    [InlineData("2026-09-30T22:59:59.999", null)]
    [InlineData("2026-09-30T23:00:00.000", "2026-10-01T09:00")]
    [InlineData("2026-10-01T08:59:59.999", "2026-10-01T09:00")]
    [InlineData("2026-10-01T09:00:00.000", null)]
    [InlineData("2026-09-29T23:30:00.000", null)]
    public Task Rests_around_the_turn_of_the_month(string now, string? until) => _ledger.In(tx =>
    {
        var (giver, receiver) = Pair(tx);
        var outcome = Give(tx, giver, receiver, 500, at: Tokyo.At(now));

        outcome.IsNew.ShouldBe(until is null);
        outcome.Terms.Refusal.ShouldBe(until is null ? null : PresentRefusal.Closed);
        outcome.Terms.ClosedUntil.ShouldBe(until is null ? null : Tokyo.At(until));
    });

    [Theory]
    [InlineData(0, PresentRefusal.NotThatMuch)]
    [InlineData(499, PresentRefusal.NotThatMuch)]
    [InlineData(500, null)]
    [InlineData(501, PresentRefusal.NotThatMuch)]
    [InlineData(-500, PresentRefusal.NotThatMuch)]
    [InlineData(6_000, null)]
    [InlineData(6_500, PresentRefusal.NotThatMuch)]
    public Task Gives_whole_units_up_to_what_is_left(long mb, PresentRefusal? refusal) => _ledger.In(tx =>
    {
        var (giver, receiver) = Pair(tx);
        Give(tx, giver, receiver, mb).Terms.Refusal.ShouldBe(refusal);
    });

    [Theory]
    [InlineData(5_500, 500L)]
    [InlineData(5_501, null)]
    public Task Needs_one_whole_unit_of_plan_data(long usedMb, long? mostMb) => _ledger.In(tx =>
    {
        var (giver, _) = Pair(tx);
        _ledger.Use(tx, giver, "2026-09-15", usedMb, Noon);
        // Bought data does not count: it is not for giving.
        _ledger.Of<TopUps>().Buy(tx, giver, "t", new TopUpOffer(3_000, 3_000), Noon);

        var terms = _ledger.Of<Giving>().Check(tx, giver, Noon);
        terms.MostKb.ShouldBe((mostMb ?? 0) * 1_000);
        terms.Refusal.ShouldBe(mostMb is null ? PresentRefusal.NothingToGive : null);
    });

    [Fact]
    public Task One_receiver_gets_no_more_than_the_givers_plan_volume_a_month() => _ledger.In(tx =>
    {
        var (giver, receiver) = Pair(tx, planMb: 3_000);
        _ledger.Left(tx, giver, Noon);
        Give(tx, giver, receiver, 2_500).IsNew.ShouldBeTrue();
        // Given back: plan data enough, but the limit counts what was given, not what is left.
        Give(tx, receiver, giver, 2_500, "back").IsNew.ShouldBeTrue();
        Give(tx, giver, receiver, 500, "last").IsNew.ShouldBeTrue();
        Give(tx, giver, receiver, 500, "over").Terms.Refusal.ShouldBe(PresentRefusal.NothingToGive);

        var october = Tokyo.At("2026-10-01T09:00");
        Give(tx, giver, receiver, 3_000, "october", october).IsNew.ShouldBeTrue();
    });

    [Fact]
    public Task The_monthly_limit_holds_where_more_is_left_than_may_be_given() => _ledger.In(tx =>
    {
        var (giver, receiver) = Pair(tx);
        tx.Execute("UPDATE subscriptions SET plan_id = (SELECT id FROM plans WHERE data_kb = 6000000) WHERE id = @giver", new { giver });
        Give(tx, giver, receiver, 2_000, "a").IsNew.ShouldBeTrue();
        // A smaller plan from now on, with 4 GB of the larger one still there.
        var other = _ledger.AddSubscription(tx, _ledger.AddContract(tx), "海", 3_000);
        tx.Execute("UPDATE subscriptions SET plan_id = '3000mb' WHERE id = @giver", new { giver });

        Give(tx, giver, receiver, 1_500, "b").Terms.Refusal.ShouldBe(PresentRefusal.NotThatMuch);
        Give(tx, giver, receiver, 1_000, "c").IsNew.ShouldBeTrue();
        Give(tx, giver, receiver, 500, "d").Terms.Refusal.ShouldBe(PresentRefusal.MonthFull);
        Give(tx, giver, other, 500, "e").Terms.Refusal.ShouldBe(PresentRefusal.NoPartner);
    });

    [Fact]
    public Task Knows_those_of_the_contract_and_those_exchanged_with_before() => _ledger.In(tx =>
    {
        var (giver, receiver) = Pair(tx);
        var friend = _ledger.AddSubscription(tx, _ledger.AddContract(tx), "友子");
        _ledger.Link(tx, friend, "とも");
        Partners().ShouldBe(["陸"]);
        Give(tx, giver, friend, 500).Terms.Refusal.ShouldBe(PresentRefusal.NoPartner);

        tx.Execute("INSERT INTO data_presents (giver_id, request_id, receiver_id, kb, given_at) VALUES (@friend, 'old', @giver, 500000, 0)", new { friend, giver });
        Partners().ShouldBe(["陸", "とも"]);
        Give(tx, giver, friend, 500).IsNew.ShouldBeTrue();

        tx.Execute("UPDATE subscriptions SET ended_at = 1 WHERE id = @receiver", new { receiver });
        Partners().ShouldBe(["とも"]);

        IEnumerable<string> Partners() => _ledger.Of<PartnerStore>().Of(tx, giver, 10).Select(partner => partner.Name!);
    });

    [Fact]
    public Task A_receiver_needs_a_user_link() => _ledger.In(tx =>
    {
        var (giver, _) = Pair(tx);
        var contract = tx.Get<long>("SELECT contract_id FROM subscriptions WHERE id = @giver", new { giver });
        var unlinked = _ledger.AddSubscription(tx, contract, "海");
        Give(tx, giver, unlinked, 500).Terms.Refusal.ShouldBe(PresentRefusal.ReceiverNotLinked);
        Give(tx, giver, giver, 500).Terms.Refusal.ShouldBe(PresentRefusal.NoPartner);
    });

    private PresentOutcome Give(Transaction tx, long giver, long receiver, long mb, string request = "r", DateTimeOffset? at = null) =>
        _ledger.Of<Giving>().Give(tx, new PresentRequest(request, giver, receiver, mb * 1_000), at ?? Noon);

    private (long Giver, long Receiver) Pair(Transaction tx, long planMb = 6_000)
    {
        var contract = _ledger.AddContract(tx);
        var giver = _ledger.AddSubscription(tx, contract, "花子", planMb);
        var receiver = _ledger.AddSubscription(tx, contract, "陸", planMb);
        _ledger.Link(tx, giver, "花子");
        _ledger.Link(tx, receiver, "陸");
        return (giver, receiver);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _ledger.DisposeAsync().AsTask();
}
