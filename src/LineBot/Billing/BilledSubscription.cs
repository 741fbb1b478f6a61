using LineBot.Accounts;
using LineBot.Data;

namespace LineBot.Billing;

/// <summary>What a subscription had in one month, and is charged for.</summary>
/// <param name="ActivatedOn">In that month or before it.</param>
/// <param name="Plan">The plan in force in that month.</param>
/// <param name="Options">Each option that it had on any day of that month.</param>
/// <param name="TopUps">What was bought for it in that month.</param>
public sealed record BilledSubscription(
    long Id, DateOnly ActivatedOn, Plan Plan, IReadOnlyList<PlanOption> Options, IReadOnlyList<TopUp> TopUps);
