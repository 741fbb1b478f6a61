using LineBot.Storage;

namespace LineBot.Accounts;

/// <summary>Plan changes that wait for the month's turn, and the plans of the months before.</summary>
public sealed class PlanChangeStore
{
    /// <summary>
    /// Has a subscription change to another plan on the next 1st (JST), in place of any change that waited.
    /// The months up to now have to be granted before, or a month that has begun would be granted by the new plan.
    /// </summary>
    /// <returns>False where that very change waits already; nothing changed then.</returns>
    public bool Ask(Transaction tx, long subscriptionId, string planId) =>
        tx.Execute(
            "UPDATE subscriptions SET next_plan_id = @planId WHERE id = @subscriptionId AND (next_plan_id IS NULL OR next_plan_id <> @planId)",
            new { subscriptionId, planId }) == 1;

    /// <summary>Takes a waiting change back.</summary>
    /// <returns>False where no change to <paramref name="planId"/> waits; nothing changed then.</returns>
    public bool Cancel(Transaction tx, long subscriptionId, string planId) =>
        tx.Execute(
            "UPDATE subscriptions SET next_plan_id = NULL WHERE id = @subscriptionId AND next_plan_id = @planId",
            new { subscriptionId, planId }) == 1;

    /// <summary>The plan that was in force in a month that has been granted.</summary>
    /// <param name="month">Its first day.</param>
    public Plan PlanIn(Transaction tx, long subscriptionId, DateOnly month) =>
        tx.Get<Plan>(
            $"""
            SELECT {PlanStore.PlanColumns} FROM plans WHERE id = (
                SELECT plan_id FROM subscription_plans WHERE subscription_id = @subscriptionId AND from_month <= @month ORDER BY from_month DESC LIMIT 1)
            """,
            new { subscriptionId, month });
}
