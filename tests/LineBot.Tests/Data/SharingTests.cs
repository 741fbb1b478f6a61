using LineBot.Data;
using LineBot.Storage;
using LineBot.Tests.Language;

namespace LineBot.Tests.Data;

public sealed class SharingTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = Tokyo.At("2026-09-15T12:00");

    private readonly LedgerFixture _ledger = new();

    [Fact]
    public Task Takes_the_data_at_once_and_gives_it_to_whoever_claims_it() => _ledger.In(tx =>
    {
        var (giver, friend) = Pair(tx);
        var code = Share(tx, giver, 1_500).Code!;
        _ledger.Left(tx, giver, Noon).ShouldBe(4_500_000);
        _ledger.Left(tx, friend, Noon).ShouldBe(6_000_000);

        var claim = Sharing.Claim(tx, code, friend, Noon.AddHours(1));
        claim.IsNew.ShouldBeTrue();
        claim.Present!.ShouldSatisfyAllConditions(
            present => present.GiverId.ShouldBe(giver), present => present.ReceiverId.ShouldBe(friend), present => present.Kb.ShouldBe(1_500_000));
        _ledger.Of<Balances>().Of(tx, friend, Noon.AddHours(1)).LeftOf(PartKind.Present).ShouldBe(1_500_000);
        // From now on they know each other.
        _ledger.Of<PartnerStore>().Find(tx, giver, friend).ShouldNotBeNull();
    });

    [Fact]
    public Task One_request_shares_once_and_tells_its_code_once() => _ledger.In(tx =>
    {
        var (giver, _) = Pair(tx);
        var first = Share(tx, giver, 500);
        var second = Share(tx, giver, 500);
        second.Share.ShouldBe(first.Share);
        second.Code.ShouldBeNull();
        _ledger.Left(tx, giver, Noon).ShouldBe(5_500_000);
    });

    [Fact]
    public Task A_claim_made_again_gives_nothing_more_and_another_comes_too_late() => _ledger.In(tx =>
    {
        var (giver, friend) = Pair(tx);
        var other = _ledger.AddSubscription(tx, _ledger.AddContract(tx), "別人");
        var code = Share(tx, giver, 500).Code!;
        var first = Sharing.Claim(tx, code, friend, Noon);

        var again = Sharing.Claim(tx, code, friend, Noon.AddDays(20));
        again.IsNew.ShouldBeFalse();
        again.Present.ShouldBe(first.Present);
        Sharing.Claim(tx, code, other, Noon).Refusal.ShouldBe(ClaimRefusal.TakenByAnother);
        Sharing.GiveBack(tx, first.Share!, ShareState.Cancelled, Noon).ShouldBeFalse();
        _ledger.Left(tx, friend, Noon).ShouldBe(6_500_000);
        _ledger.Left(tx, giver, Noon).ShouldBe(5_500_000);
    });

    [Fact]
    public Task Nobody_claims_with_a_wrong_code_or_their_own_present() => _ledger.In(tx =>
    {
        var (giver, friend) = Pair(tx);
        var share = Share(tx, giver, 500);
        Sharing.Claim(tx, ShareCode.New(), friend, Noon).Refusal.ShouldBe(ClaimRefusal.Unknown);
        Sharing.Claim(tx, share.Code!, giver, Noon).Refusal.ShouldBe(ClaimRefusal.Own);
        Sharing.Claim(tx, share.Code!, friend, Noon).IsNew.ShouldBeTrue("what was refused to one is still there for another");
        tx.Get<long>("SELECT COUNT(*) FROM data_shares WHERE code_hash = @Code", new { share.Code }).ShouldBe(0, "the code itself is not kept");
    });

    [Theory]
    [InlineData("2026-09-15T12:00", "2026-09-18T12:00")]
    [InlineData("2026-09-27T23:00", "2026-09-30T23:00")]
    [InlineData("2026-09-27T23:00:00.001", "2026-09-30T23:00")]
    [InlineData("2026-09-30T22:59:59.999", "2026-09-30T23:00")]
    public Task Waits_for_three_days_or_until_presents_close(string at, string until) => _ledger.In(tx =>
    {
        var (giver, friend) = Pair(tx);
        var share = Share(tx, giver, 500, at: Tokyo.At(at));
        share.Share!.ExpiresAt.ShouldBe(Tokyo.At(until));
        Sharing.Claim(tx, share.Code!, friend, Tokyo.At(until)).Refusal.ShouldBe(ClaimRefusal.Over);
        Sharing.Claim(tx, share.Code!, friend, Tokyo.At(until).AddMilliseconds(-1)).IsNew.ShouldBeTrue();
    });

    [Theory]
    [InlineData(0, false)]
    [InlineData(499, false)]
    [InlineData(500, true)]
    [InlineData(501, false)]
    [InlineData(6_000, true)]
    [InlineData(6_500, false)]
    public Task Shares_whole_units_up_to_what_is_left(long mb, bool isShared) => _ledger.In(tx =>
    {
        var (giver, _) = Pair(tx);
        var outcome = Share(tx, giver, mb);
        (outcome.Share is not null).ShouldBe(isShared);
        outcome.Terms.Refusal.ShouldBe(isShared ? null : PresentRefusal.NotThatMuch);
    });

    [Fact]
    public Task A_claimer_gets_no_more_of_one_giver_than_a_month_allows() => _ledger.In(tx =>
    {
        var (giver, friend) = Pair(tx);
        var (first, second, third) = (Share(tx, giver, 2_500, "a"), Share(tx, giver, 500, "b"), Share(tx, giver, 1_000, "c"));
        tx.Execute("UPDATE subscriptions SET plan_id = '3000mb' WHERE id = @giver", new { giver });
        Sharing.Claim(tx, first.Code!, friend, Noon).IsNew.ShouldBeTrue();
        var refused = Sharing.Claim(tx, third.Code!, friend, Noon);
        refused.Refusal.ShouldBe(ClaimRefusal.MonthFull);
        refused.LimitKb.ShouldBe(3_000_000);
        Sharing.Claim(tx, second.Code!, friend, Noon).IsNew.ShouldBeTrue();
    });

    [Theory]
    [InlineData(ShareState.Cancelled)]
    [InlineData(ShareState.Returned)]
    public Task Comes_back_to_the_givers_plan_data_once(ShareState end) => _ledger.In(tx =>
    {
        var (giver, friend) = Pair(tx);
        var share = Share(tx, giver, 1_000);
        Sharing.GiveBack(tx, share.Share!, end, Noon.AddDays(3)).ShouldBeTrue();
        Sharing.GiveBack(tx, share.Share!, end, Noon.AddDays(3)).ShouldBeFalse();
        Sharing.Claim(tx, share.Code!, friend, Noon).Refusal.ShouldBe(ClaimRefusal.Over);
        Sharing.Renew(tx, share.Share!.Id, giver, Noon).ShouldBeNull();
        _ledger.Of<Balances>().Of(tx, giver, Noon.AddDays(3)).LeftOf(PartKind.Plan).ShouldBe(6_000_000);
    });

    [Fact]
    public Task What_was_used_slowly_meanwhile_does_not_eat_what_comes_back() => _ledger.In(tx =>
    {
        var (giver, _) = Pair(tx);
        _ledger.Use(tx, giver, "2026-09-15", 5_500, Noon);
        var share = Share(tx, giver, 500);
        _ledger.Use(tx, giver, "2026-09-16", 300, Noon.AddDays(1));
        Sharing.GiveBack(tx, share.Share!, ShareState.Cancelled, Noon.AddDays(1)).ShouldBeTrue();
        _ledger.Left(tx, giver, Noon.AddDays(1)).ShouldBe(500_000);

        // What is used from then on does, and a late report of the day before changes nothing about it.
        _ledger.Use(tx, giver, "2026-09-16", 200, Noon.AddDays(1), sequence: 2);
        _ledger.Left(tx, giver, Noon.AddDays(1)).ShouldBe(300_000);
        _ledger.Use(tx, giver, "2026-09-15", 100, Noon.AddDays(1), sequence: 2);
        _ledger.Left(tx, giver, Noon.AddDays(1)).ShouldBe(300_000);
    });

    [Fact]
    public Task What_comes_back_late_is_carried_over_as_if_it_had_come_in_time() => _ledger.In(tx =>
    {
        var (giver, _) = Pair(tx);
        var share = Share(tx, giver, 1_000, at: Tokyo.At("2026-09-30T12:00"));
        _ledger.Left(tx, giver, Tokyo.At("2026-10-02T12:00")).ShouldBe(11_000_000);
        Sharing.GiveBack(tx, share.Share!, ShareState.Returned, Tokyo.At("2026-10-02T12:00")).ShouldBeTrue();
        _ledger.Of<Balances>().Of(tx, giver, Tokyo.At("2026-10-02T12:00")).LeftOf(PartKind.CarryOver).ShouldBe(6_000_000);
    });

    [Fact]
    public Task A_renewed_link_replaces_the_one_before() => _ledger.In(tx =>
    {
        var (giver, friend) = Pair(tx);
        var share = Share(tx, giver, 500);
        Sharing.Renew(tx, share.Share!.Id, friend, Noon).ShouldBeNull("it is not theirs");
        var code = Sharing.Renew(tx, share.Share!.Id, giver, Noon)!;
        Sharing.Claim(tx, share.Code!, friend, Noon).Refusal.ShouldBe(ClaimRefusal.Unknown);
        Sharing.Claim(tx, code, friend, Noon).IsNew.ShouldBeTrue();
    });

    private Sharing Sharing => _ledger.Of<Sharing>();

    private ShareOutcome Share(Transaction tx, long giver, long mb, string request = "r", DateTimeOffset? at = null) =>
        Sharing.Share(tx, new ShareRequest(request, giver, mb * 1_000), at ?? Noon);

    /// <summary>Two of different contracts, 6 GB each, strangers to each other.</summary>
    private (long Giver, long Friend) Pair(Transaction tx)
    {
        var giver = _ledger.AddSubscription(tx, _ledger.AddContract(tx), "花子");
        var friend = _ledger.AddSubscription(tx, _ledger.AddContract(tx), "友子");
        _ledger.AddSubscription(tx, _ledger.AddContract(tx), "海", 3_000);
        _ledger.Link(tx, giver, "花子");
        _ledger.Link(tx, friend, "友子");
        return (giver, friend);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _ledger.DisposeAsync().AsTask();
}
