using LineBot.Storage;

namespace LineBot.Accounts;

/// <summary>The record of who changed whose account, written in the same transaction as the change.</summary>
public sealed class AuditStore
{
    /// <param name="actor">Who did it: a LINE user id, <c>operator:NAME</c> or <c>system</c>.</param>
    /// <param name="action">What was done, kebab-case: <c>contractor-link-made</c>.</param>
    /// <param name="detail">What else is needed to understand it later; no secrets, no texts of customers.</param>
    public void Write(
        Transaction tx, DateTimeOffset at, string actor, string action,
        long? contractId = null, long? subscriptionId = null, string detail = "") =>
        tx.Execute(
            """
            INSERT INTO audit_log (at, actor, action, contract_id, subscription_id, detail)
            VALUES (@at, @actor, @action, @contractId, @subscriptionId, @detail)
            """,
            new { at, actor, action, contractId, subscriptionId, detail });
}
