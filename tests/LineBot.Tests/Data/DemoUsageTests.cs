using LineBot.Accounts;
using LineBot.Data;
using LineBot.Operations;
using LineBot.Tests.Language;

namespace LineBot.Tests.Data;

public sealed class DemoUsageTests : IAsyncLifetime
{
    private readonly LedgerFixture _ledger = new();

    [Theory]
    [InlineData("2026-11-16T12:00")]
    [InlineData("2026-11-01T00:00")]
    [InlineData("2027-02-28T23:59")]
    public Task Gives_each_demo_customer_a_plan_something_carried_over_and_two_months_of_days(string clock) => _ledger.In(tx =>
    {
        var now = Tokyo.At(clock);
        var contract = _ledger.AddContract(tx);
        var signedAt = Tokyo.At($"{now.AddMonths(-2):yyyy-MM}-01T10:00");
        var plans = new[] { ("花子", 6_000L), ("陸", 3_000L), ("友子", 12_000L) };
        List<Subscription> customers =
            [.. plans.Select(plan => _ledger.Of<SubscriptionStore>().Find(tx, _ledger.AddSubscription(tx, contract, plan.Item1, plan.Item2, signedAt))!)];

        _ledger.Of<IDemoFiller>().Fill(tx, customers, now);

        foreach (var customer in customers)
        {
            var today = DateOnly.FromDateTime(now.DateTime);
            var days = _ledger.Of<UsageStore>().From(tx, customer.Id, today.AddDays(-27));
            days.Count(day => day.UsedKb > 0).ShouldBeGreaterThanOrEqualTo(27);
            var balance = _ledger.Of<Balances>().Of(tx, customer.Id, now);
            balance.Parts.ShouldContain(part => part.Kind == PartKind.Plan);
        }
        _ledger.Of<Balances>().Of(tx, customers[0].Id, now).Parts.Single(part => part.Kind == PartKind.CarryOver).VolumeKb.ShouldBeGreaterThan(0);
        // The parent always has something to give.
        _ledger.Of<Giving>().Check(tx, customers[0].Id, Tokyo.At($"{now:yyyy-MM}-15T12:00")).MostKb.ShouldBeGreaterThan(0);
    });

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _ledger.DisposeAsync().AsTask();
}
