using LineBot.Accounts;
using LineBot.Billing;
using LineBot.Language;
using LineBot.Operations;
using LineBot.Outbox;
using LineBot.Storage;

namespace LineBot.Handlers.MyPage;

/// <summary>Tells contract holders on the 3rd what last month costs: once, by day, and not weeks later.</summary>
internal sealed class BillNoticeChore(
    Database database, BillStore store, Bills bills, LinkStore links, AccountStore accounts, ContractStore contracts, OutboxWriter outbox,
    MyPageReplies replies, TimeProvider clock) : IChore
{
    private const int Portion = 100;

    /// <summary>A notice that comes after that is no help any more.</summary>
    private const int DaysLate = 3;

    private static readonly TimeOnly From = new(9, 0);
    private static readonly TimeOnly Until = new(21, 0);
    private static readonly TimeSpan Life = TimeSpan.FromHours(12);

    public TimeSpan Rest => TimeSpan.FromMinutes(10);

    public async Task<bool> DoPortionAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var month = JapanTime.FirstOfMonth(JapanTime.DayOf(now)).AddMonths(-1);
        if (!IsTime(now, new Bill(month, [], IsClosed: true).ToldOn))
            return false;
        var untold = await database.ReadAsync(tx => store.Untold(tx, month, Portion), cancel);
        await Task.WhenAll(untold.Select(bill => database.WriteAsync(tx => Tell(tx, bill, month, now))));
        return untold.Count == Portion;
    }

    private static bool IsTime(DateTimeOffset now, DateOnly day)
    {
        var (today, time) = (JapanTime.DayOf(now), TimeOnly.FromTimeSpan(JapanTime.In(now).TimeOfDay));
        return today >= day && today <= day.AddDays(DaysLate) && time >= From && time < Until;
    }

    private void Tell(Transaction tx, BillToTell told, DateOnly month, DateTimeOffset now)
    {
        if (!store.MarkTold(tx, told.Id, now) || links.HolderOf(tx, told.ContractId) is not { } holder || contracts.Find(tx, told.ContractId) is not { } contract)
            return;
        var bill = bills.Past(tx, told.ContractId, now).First(past => past.Month == month);
        var message = replies.BillClosed(accounts.CustomerOf(tx, holder).Tongue, contract, bill);
        outbox.Push(tx, holder, [message], $"bill:{told.Id}", 0, now, Life);
    }
}
