using LineBot.Accounts;
using LineBot.Billing;
using LineBot.Language;
using LineBot.Notices;
using LineBot.Operations;
using LineBot.Storage;
using Microsoft.Extensions.Options;

namespace LineBot.Handlers.MyPage;

/// <summary>Tells contract holders on the 3rd what last month costs: once, by day, and not weeks later.</summary>
internal sealed class BillNoticeChore(
    Database database, BillStore store, Bills bills, LinkStore links, ContractStore contracts, NoticeWriter notices,
    MyPageReplies replies, IOptions<NoticeOptions> options, TimeProvider clock) : IChore
{
    private const int Portion = 100;

    /// <summary>A notice that comes after that is no help any more.</summary>
    private const int DaysLate = 3;

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

    private bool IsTime(DateTimeOffset now, DateOnly day)
    {
        var today = JapanTime.DayOf(now);
        return today >= day && today <= day.AddDays(DaysLate) && options.Value.Quiet.NextOpening(now) == now;
    }

    private void Tell(Transaction tx, BillToTell told, DateOnly month, DateTimeOffset now)
    {
        if (!store.MarkTold(tx, told.Id, now) || links.HolderOf(tx, told.ContractId) is not { } holder || contracts.Find(tx, told.ContractId) is not { } contract)
            return;
        var bill = bills.Past(tx, told.ContractId, now).First(past => past.Month == month);
        notices.Tell(tx, holder, NoticeKind.BillClosed, tongue => replies.BillClosed(tongue, contract, bill), $"bill:{told.Id}", now);
    }
}
