using Line.Messaging;
using LineBot.Data;
using LineBot.Handlers.DataRemaining;
using LineBot.Language;
using LineBot.RichMenu;
using LineBot.Storage;
using LineBot.Tests.Data;
using LineBot.Tests.Drivers;
using LineBot.Tests.Language;

namespace LineBot.Tests.Handlers.DataRemaining;

public sealed class DataRemainingHandlerTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = Tokyo.At("2026-11-16T12:00");

    private readonly LedgerFixture _ledger = new();

    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public Task Shows_what_is_left_of_what_and_where_it_leads(string language) => _ledger.In(tx =>
    {
        var (parent, child) = Family(tx, language);
        LiveForTwoMonths(tx, child);
        _ledger.Of<Giving>().Give(tx, new PresentRequest("r", parent, child, 1_000_000), Now).IsNew.ShouldBeTrue();
        _ledger.Of<TopUps>().Buy(tx, child, "t", new TopUpOffer(500, 500), Now);

        var answer = Show(tx, "U陸");
        Snapshot.MatchJson(answer.Json, language);
        answer.Text.ShouldNotContain("円");
        answer.Text.ShouldNotContain("¥");
    });

    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public Task Says_that_the_connection_is_slow_when_nothing_is_left(string language) => _ledger.In(tx =>
    {
        var (_, child) = Family(tx, language);
        _ledger.Use(tx, child, "2026-11-15", 9_500, Now);

        Snapshot.MatchJson(Show(tx, "U陸").Json, language);
    });

    [Fact]
    public Task Explains_the_user_link_to_those_who_have_none_and_offers_holders_the_family_board() => _ledger.In(tx =>
    {
        Family(tx, "ja");
        Show(tx, "Uだれか").Labels.ShouldBe(["利用者連携をする"]);
    });

    [Fact]
    public Task Shows_holders_without_a_user_link_what_their_subscriptions_have_left() => _ledger.In(tx =>
    {
        Family(tx, "ja");
        _ledger.AddSubscription(tx, _ledger.AddContract(tx), "よその人");

        var answer = Show(tx, "U親だけ");
        answer.Text.ShouldContain("花子");
        answer.Text.ShouldContain("陸");
        answer.Text.ShouldNotContain("よその人");
        answer.Labels.ShouldBe(["利用者連携をする"]);
        Show(tx, "U花子").Text.ShouldNotContain("陸", customMessage: "the tile's own answer is the user's");
    });

    [Fact]
    public Task Shows_the_way_to_buy_data_to_those_alone_who_pay_for_this_subscription() => _ledger.In(tx =>
    {
        var (_, child) = Family(tx, "ja");
        Show(tx, "U陸").Labels.ShouldBe(["グラフでくわしく見る", "データプレゼント"]);

        var elsewhere = _ledger.AddContract(tx);
        _ledger.Of<LineBot.Accounts.LinkStore>().LinkContractor(tx, elsewhere, "U陸", LedgerFixture.SignedAt);
        Show(tx, "U陸").Labels.ShouldBe(["グラフでくわしく見る", "データプレゼント", "ご家族の回線の残量"]);

        var own = tx.Get<long>("SELECT contract_id FROM subscriptions WHERE id = @child", new { child });
        _ledger.Of<LineBot.Accounts.LinkStore>().LinkContractor(tx, own, "U陸", LedgerFixture.SignedAt);
        var answer = Show(tx, "U陸");
        answer.Labels.ShouldBe(["グラフでくわしく見る", "データプレゼント", "データを追加する", "ご家族の回線の残量"]);
        answer.Data("データを追加する").ShouldBe($"my-page/top-up@1?subscription={child}");
    });

    [Fact]
    public Task Is_short_on_the_wire() => _ledger.In(tx =>
    {
        var (parent, child) = Family(tx, "ja");
        LiveForTwoMonths(tx, child);
        var messages = _ledger.Tap<DataRemainingHandler>(tx, "U陸", Postback.To(Tiles.DataRemaining), Now).Messages;
        MessageBatch.Serialize(messages).Length.ShouldBeLessThan(4_000);
    });

    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public Task Shows_a_contract_holder_each_subscription_of_the_contract(string language) => _ledger.In(tx =>
    {
        var (_, child) = Family(tx, language);
        LiveForTwoMonths(tx, child);
        _ledger.AddSubscription(tx, _ledger.AddContract(tx), "よその人");

        var answer = Tap(tx, "U親だけ", Tiles.FamilyBoard);
        answer.Text.ShouldNotContain("よその人");
        Snapshot.MatchJson(answer.Json, language);
    });

    [Fact]
    public Task Shows_the_family_board_to_nobody_without_a_contract() => _ledger.In(tx =>
    {
        Family(tx, "ja");
        var answer = Tap(tx, "U陸", Tiles.FamilyBoard);
        answer.Text.ShouldNotContain("080-");
        answer.Labels.ShouldBe(["データ残量確認"]);
    });

    [Fact]
    public Task Says_so_where_no_subscription_is_active() => _ledger.In(tx =>
    {
        Family(tx, "ja");
        tx.Execute("UPDATE subscriptions SET ended_at = 1");
        Tap(tx, "U親だけ", Tiles.FamilyBoard).Text.ShouldContain("まだありません");
        Show(tx, "U陸").Labels.ShouldBe(["利用者連携をする"]);
    });

    [Fact]
    public Task Has_a_gift_of_a_moment_ago_and_a_new_month_in_it() => _ledger.In(tx =>
    {
        var (parent, child) = Family(tx, "ja");
        Tap(tx, "U陸", Tiles.DataRemaining, Tokyo.At("2026-11-30T22:59:58")).AltTexts.Single().ShouldStartWith("データ残量 6GB");
        _ledger.Of<Giving>().Give(tx, new PresentRequest("r", parent, child, 500_000), Tokyo.At("2026-11-30T22:59:59"));
        Tap(tx, "U陸", Tiles.DataRemaining, Tokyo.At("2026-11-30T22:59:59")).AltTexts.Single().ShouldStartWith("データ残量 6.5GB");
        // 3 GB of November carried over, 3 GB of December.
        Tap(tx, "U陸", Tiles.DataRemaining, Tokyo.At("2026-12-01T00:00:00")).AltTexts.Single().ShouldStartWith("データ残量 6GB");
    });

    private Answer Show(Transaction tx, string lineUserId) => Tap(tx, lineUserId, Tiles.DataRemaining);

    private Answer Tap(Transaction tx, string lineUserId, string action, DateTimeOffset? now = null) =>
        _ledger.Tap<DataRemainingHandler>(tx, lineUserId, Postback.To(action), now ?? Now).Answer();

    /// <summary>A parent of 6 GB and a child of 3 GB with user links; "U親だけ" holds the contract and has no user link.</summary>
    private (long Parent, long Child) Family(Transaction tx, string language)
    {
        var contract = _ledger.AddContract(tx);
        var parent = _ledger.AddSubscription(tx, contract, "花子");
        var child = _ledger.AddSubscription(tx, contract, "陸", 3_000);
        _ledger.Link(tx, parent, "花子");
        _ledger.Link(tx, child, "陸");
        _ledger.Of<LineBot.Accounts.LinkStore>().LinkContractor(tx, contract, "U親だけ", LedgerFixture.SignedAt);
        foreach (var user in (string[])["U陸", "U花子", "U親だけ"])
            _ledger.Speak(tx, user, Tongue.Of(language));
        // The first month is October: in November the child has 3 GB carried over and 3 GB new.
        _ledger.Left(tx, child, Tokyo.At("2026-10-01T00:00"));
        return (parent, child);
    }

    private void LiveForTwoMonths(Transaction tx, long subscription)
    {
        for (var day = new DateOnly(2026, 10, 1); day <= new DateOnly(2026, 11, 16); day = day.AddDays(1))
        {
            var kb = 60_000 + day.Day * 37_771 % 90_000 + (day.Day == 15 ? 200_000 : 0);
            // October's usage ends on the 4th, so that something is carried over.
            if (day.Month == 11 || day.Day <= 4)
                _ledger.Of<UsageBook>().Book(tx, new UsageReport(subscription, day, 1, kb), JapanTime.StartOf(day).AddHours(11));
        }
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _ledger.DisposeAsync().AsTask();
}
