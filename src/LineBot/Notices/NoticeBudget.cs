using LineBot.Accounts;
using LineBot.Language;
using LineBot.Outbox;
using LineBot.Storage;
using Microsoft.Extensions.Options;

namespace LineBot.Notices;

/// <summary>
/// Keeps the month's pushes for what matters most, so that LINE's own limit, which stops answers as well, is not reached by notices.
/// Where it is reached all the same, notices are not tried any more until LINE takes a push again.
/// </summary>
public sealed partial class NoticeBudget(
    NoticeStore store, OutboxStore outbox, AuditStore audit, IOptions<NoticeOptions> options, ILogger<NoticeBudget> log)
{
    public bool HasRoomFor(Transaction tx, NoticeKind kind, DateTimeOffset now) =>
        kind.IsSecurity() || (!outbox.IsQuotaReached(tx, JapanTime.MonthOf(now)) && IsWithinBudget(tx, kind, now));

    private bool IsWithinBudget(Transaction tx, NoticeKind kind, DateTimeOffset now) =>
        options.Value.MonthlyBudget == 0 || outbox.PushesIn(tx, JapanTime.MonthOf(now)) < (long)options.Value.MonthlyBudget * kind.BudgetShare() / 100;

    /// <summary>Counts a notice that is not told, and lets operators know when it is the first of its kind in a month.</summary>
    public void Drop(Transaction tx, NoticeKind kind, DateTimeOffset now)
    {
        var month = JapanTime.MonthOf(now);
        if (store.CountDrop(tx, month, kind) > 1)
            return;
        audit.Write(tx, now, "system", "notices-over-budget", detail: $"{kind.Id()} {month}");
        if (outbox.IsQuotaReached(tx, month))
            tx.AfterCommit(() => Log.QuotaReached(log, kind.Id(), month));
        else
            tx.AfterCommit(() => Log.OverBudget(log, kind.Id(), month, kind.BudgetShare(), options.Value.MonthlyBudget));
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Notices of kind {Kind} are not told any more in {Month}: {Share} % of the {Budget} pushes of Notices:MonthlyBudget are used")]
        public static partial void OverBudget(ILogger logger, string kind, string month, int share, int budget);

        [LoggerMessage(LogLevel.Warning, "Notices of kind {Kind} are not told any more in {Month}: LINE takes no more pushes, its monthly quota is used")]
        public static partial void QuotaReached(ILogger logger, string kind, string month);
    }
}
