using LineBot.Accounts;
using LineBot.Data;
using LineBot.Language;
using LineBot.Notices;
using LineBot.Operations;
using LineBot.Storage;
using Microsoft.Extensions.Options;

namespace LineBot.Handlers.DataRemaining;

/// <summary>
/// Tells users, a few days before, that data carried over is about to be lost: once, and not those who will have used it at their pace.
/// </summary>
public sealed class CarryOverChore(
    Database database, BandStore bands, SubscriptionStore subscriptions, AccountStore accounts, Looks looks, NoticeWriter notices,
    DataNoticeReplies replies, IOptions<NoticeOptions> options, TimeProvider clock) : IChore
{
    private const int Portion = 200;

    /// <summary>Less is not worth a notice.</summary>
    private const long LeastKb = 100_000;

    public TimeSpan Rest => TimeSpan.FromMinutes(5);

    public async Task<bool> DoPortionAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var today = JapanTime.DayOf(now);
        var until = today.AddDays(options.Value.CarryOverDays - 1);
        // Parts end with months, so before the last days nobody has to be looked for.
        if (until < JapanTime.FirstOfMonth(today).AddMonths(1).AddDays(-1) || options.Value.Quiet.NextOpening(now) > now)
            return false;
        var round = $"carry-over:{JapanTime.MonthOf(now)}";
        var ending = await database.ReadAsync(tx => bands.Ending(tx, bands.Position(tx, round) ?? 0, today, until, LeastKb, Portion), cancel);
        if (ending.Count == 0)
            return false;
        await database.WriteAsync(tx =>
        {
            foreach (var one in ending)
                Tell(tx, one, now);
            bands.Advance(tx, round, ending[^1].SubscriptionId);
        });
        return ending.Count == Portion;
    }

    private void Tell(Transaction tx, EndingCarryOver ending, DateTimeOffset now)
    {
        var customer = accounts.CustomerOf(tx, ending.LineUserId);
        if (customer.SubscriptionId != ending.SubscriptionId || subscriptions.Find(tx, ending.SubscriptionId) is not { } subscription)
            return;
        var look = looks.At(tx, subscription, now);
        var days = ending.LastDay.DayNumber - look.Balance.Today.DayNumber + 1;
        if (look.Balance.LeftOf(PartKind.CarryOver) <= (look.Pace?.KbPerDay ?? 0) * days)
            return;
        notices.Tell(
            tx, ending.LineUserId, NoticeKind.CarryOverExpiring, tongue => replies.CarryOverExpiring(tongue, look, ending.LastDay),
            $"carry-over:{subscription.Id}:{ending.LastDay:O}", now);
    }
}
