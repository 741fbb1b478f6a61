using LineBot.Data;
using LineBot.Tests.Language;

namespace LineBot.Tests.Data;

public sealed class StatementsTests : IAsyncLifetime
{
    private readonly LedgerFixture _ledger = new();

    [Fact]
    public Task Shows_what_ran_out_in_the_month_it_ran_out_and_not_in_the_one_it_was_bought_in() => _ledger.In(tx =>
    {
        var subscription = _ledger.AddSubscription(tx, _ledger.AddContract(tx), "花子");
        _ledger.Left(tx, subscription, LedgerFixture.SignedAt);
        _ledger.Of<TopUps>().Buy(tx, subscription, "once", new TopUpOffer(1_000, 1_000), Tokyo.At("2026-09-15T12:00"));
        var now = Tokyo.At("2026-11-20T12:00");

        var (bought, ended, after) = (Of("2026-09-15"), Of("2026-10-15"), Of("2026-11-15"));

        bought.ClosingKb.ShouldBe(7_000_000);
        bought.Lines.ShouldNotContain(line => line.Reason == null);
        ended.OpeningKb.ShouldBe(bought.ClosingKb);
        ended.Lines.Where(line => line.Reason == null).Select(line => (line.Kind, line.Day.Stored(), line.Kb))
            .ShouldBe([(PartKind.CarryOver, "2026-10-31", -6_000_000), (PartKind.TopUp, "2026-10-31", -1_000_000)], ignoreOrder: true);
        after.OpeningKb.ShouldBe(ended.ClosingKb);
        after.ClosingKb.ShouldBe(_ledger.Left(tx, subscription, now));

        Statement Of(string month) => _ledger.Of<Statements>().Of(tx, subscription, Days.Parse(month), now);
    });

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _ledger.DisposeAsync().AsTask();
}
