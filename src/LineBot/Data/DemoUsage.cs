using LineBot.Accounts;
using LineBot.Language;
using LineBot.Operations;
using LineBot.Storage;

namespace LineBot.Data;

/// <summary>
/// The demo customers' days since activation, the same at every filling: a parent with data to spare, a child whose month is
/// a little too short, a friend with plenty.
/// </summary>
internal sealed class DemoUsage(MonthTurn months, UsageBook book) : IDemoFiller
{
    private static readonly long[] KbOnPlainDays = [155_000, 100_000, 330_000];

    public void Fill(Transaction tx, IReadOnlyList<Subscription> subscriptions, DateTimeOffset now)
    {
        var today = JapanTime.DayOf(now);
        for (var i = 0; i < subscriptions.Count; i++)
        {
            var subscription = subscriptions[i];
            months.CatchUp(tx, subscription.Id, subscription.ActivatedAt);
            for (var day = JapanTime.DayOf(subscription.ActivatedAt); day <= today; day = day.AddDays(1))
            {
                var end = JapanTime.StartOf(day.AddDays(1)).AddSeconds(-1);
                var at = end < now ? end : now;
                var passed = (at - JapanTime.StartOf(day)) / TimeSpan.FromDays(1);
                var report = new UsageReport(subscription.Id, day, 1, (long)(KbOn(day, i) * passed));
                book.Book(tx, report, at);
            }
        }
    }

    /// <summary>Between 60 and 140 % of a plain day, and half as much again at weekends.</summary>
    private static long KbOn(DateOnly day, int customer)
    {
        var mood = 60 + (day.DayNumber * 7_919L + customer * 104_729L) % 81;
        var weekend = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 150 : 100;
        return KbOnPlainDays[customer % KbOnPlainDays.Length] * mood / 100 * weekend / 100;
    }
}
