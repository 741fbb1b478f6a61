using LineBot.Language;
using LineBot.Operations;
using LineBot.Storage;

namespace LineBot.Billing;

/// <summary>Closes the month that has ended for every contract, also where no customer looks.</summary>
internal sealed class ClosingChore(Database database, BillStore store, Bills bills, TimeProvider clock) : IChore
{
    private const int Portion = 100;

    /// <summary>The last contract of this round. One that cannot be closed does not keep those after it waiting.</summary>
    private long _after;

    public TimeSpan Rest => TimeSpan.FromMinutes(10);

    public async Task<bool> DoPortionAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var month = JapanTime.FirstOfMonth(JapanTime.DayOf(now)).AddMonths(-1);
        var (from, until) = (JapanTime.StartOf(month), JapanTime.StartOf(month.AddMonths(1)));
        var contracts = await database.ReadAsync(tx => store.NotClosed(tx, _after, month, from, until, Portion), cancel);
        _after = contracts.Count == Portion ? contracts[^1] : 0;
        await Task.WhenAll(contracts.Select(contract => database.WriteAsync(tx => bills.Close(tx, contract, now))));
        return contracts.Count == Portion;
    }
}
