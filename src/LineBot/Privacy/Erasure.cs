using LineBot.Accounts;
using LineBot.Outbox;
using LineBot.Storage;

namespace LineBot.Privacy;

/// <summary>Erases a customer: what names a person goes, what the books need stays under a pseudonym.</summary>
public sealed class Erasure(PersonalDataStore store, OutboxWriter outbox, AuditStore audit)
{
    /// <param name="endsContracts">Whether contracts that have not ended are ended by it; otherwise they refuse it.</param>
    public ErasureResult Erase(Transaction tx, CustomerScope customer, bool endsContracts, string actor, DateTimeOffset now)
    {
        var live = store.LiveContracts(tx, customer);
        if (live.Count > 0 && !endsContracts)
            return new ErasureResult(live, null, 0);
        store.End(tx, customer, now);
        store.Settle(tx, customer, now);
        var unlinked = store.LinkedAccounts(tx, customer);
        var pseudonym = $"erased:{Token.New()[..12]}";
        var rows = store.Erase(tx, customer, pseudonym, now);
        // Their talks show the menu of the links that are gone.
        foreach (var account in unlinked)
            outbox.SwitchMenu(tx, account, $"erased:{pseudonym}:{account}", now);
        foreach (var contract in customer.Contracts)
            audit.Write(tx, now, actor, "customer-erased", contract, detail: pseudonym);
        if (customer.Contracts.Count == 0)
            audit.Write(tx, now, actor, "customer-erased", detail: pseudonym);
        return new ErasureResult([], pseudonym, rows);
    }

    /// <summary>Clears a contract that ended long ago.</summary>
    public void Forget(Transaction tx, long contractId, DateTimeOffset now) =>
        Erase(tx, store.ContractAlone(tx, contractId), endsContracts: false, "system", now);
}

/// <summary>What came of an erasure.</summary>
/// <param name="LiveContracts">The login IDs of contracts that refused it; then nothing changed.</param>
/// <param name="Pseudonym">What the rows that are kept name.</param>
/// <param name="Rows">How many were deleted or cleared.</param>
public sealed record ErasureResult(IReadOnlyList<string> LiveContracts, string? Pseudonym, int Rows);
