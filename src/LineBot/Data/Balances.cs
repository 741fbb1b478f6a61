using LineBot.Language;
using LineBot.Storage;

namespace LineBot.Data;

/// <summary>
/// What subscriptions have now. Always true to the moment: a month that has begun is granted by asking. Asking may therefore write,
/// and wants a write transaction.
/// </summary>
public sealed class Balances(MonthTurn months, PartStore parts)
{
    public Balance Of(Transaction tx, long subscriptionId, DateTimeOffset now)
    {
        var today = JapanTime.DayOf(now);
        return new Balance(today, months.CatchUp(tx, subscriptionId, now).Where(part => part.IsUsableOn(today)).ToList());
    }

    /// <summary>What a subscription had at an instant gone by, as it was known then. It only reads.</summary>
    public Balance At(Transaction tx, long subscriptionId, DateTimeOffset instant) =>
        new(JapanTime.DayOf(instant), parts.At(tx, subscriptionId, instant));
}
