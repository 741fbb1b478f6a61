using LineBot.Data;
using LineBot.Simulator.Clock;
using LineBot.Tests.Language;
using Microsoft.Extensions.Logging.Abstractions;

namespace LineBot.Tests.Data;

public sealed class MonthTurnChoreTests : IAsyncLifetime
{
    private readonly LedgerFixture _ledger = new();

    [Fact]
    public async Task Turns_everybody_soon_after_midnight_in_japan_and_then_rests_until_the_next()
    {
        await _ledger.In(tx =>
        {
            foreach (var _ in Enumerable.Range(0, 3))
                _ledger.Left(tx, _ledger.AddSubscription(tx, _ledger.AddContract(tx), "花子"), LedgerFixture.SignedAt);
        });
        using var clock = new TurnableClock(Tokyo.At("2026-09-30T23:59:59"), runs: false);
        var chore = new MonthTurnChore(
            new MonthTurnRound(_ledger.Database, _ledger.Of<PartStore>(), _ledger.Of<MonthTurn>(), NullLogger<MonthTurnRound>.Instance), clock);

        await DoAllAsync(chore);
        (await TurnedAsync("2026-10-01")).ShouldBe(0);
        clock.Turn(TimeSpan.FromSeconds(1));
        await DoAllAsync(chore);
        (await TurnedAsync("2026-10-01")).ShouldBe(3);
        clock.Turn(TimeSpan.FromDays(31));
        await DoAllAsync(chore);
        (await TurnedAsync("2026-11-01")).ShouldBe(3);
    }

    private static async Task DoAllAsync(MonthTurnChore chore)
    {
        while (await chore.DoPortionAsync(CancellationToken.None))
        {
        }
    }

    private Task<long> TurnedAsync(string day) =>
        _ledger.In(tx => tx.Get<long>("SELECT COUNT(*) FROM data_parts WHERE kind = 'plan' AND from_day = @day", new { day }));

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _ledger.DisposeAsync().AsTask();
}
