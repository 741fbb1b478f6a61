using LineBot.Accounts;
using LineBot.Data;
using LineBot.Language;

namespace LineBot.Handlers.DataRemaining;

/// <summary>What is known of one subscription's data at one instant.</summary>
/// <param name="Usage">The last days that had usage, today included.</param>
/// <param name="Pace">Null where there is nothing to tell: the first day, or nothing left.</param>
public sealed record Remaining(
    Subscription Subscription, Balance Balance, IReadOnlyList<UsageDay> Usage, Pace? Pace, int SlowKbps, DateTimeOffset Now)
{
    /// <summary>Today and the three days before.</summary>
    public const int RecentDays = 4;

    /// <summary>The day on which the next plan data comes, and normal speed returns.</summary>
    public DateOnly NextMonth => JapanTime.FirstOfMonth(Balance.Today).AddMonths(1);

    public long UsedOn(DateOnly day) => Usage.FirstOrDefault(used => used.Day == day)?.UsedKb ?? 0;
}
