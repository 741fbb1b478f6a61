using LineBot.Accounts;
using LineBot.Storage;

namespace LineBot.Operations;

/// <summary>Fills an empty store with the demo catalogue and customers; leaves any other store alone.</summary>
internal sealed class DemoData(
    Database database, ContractStore contracts, DemoCatalogue catalogue, DemoCustomers customers, IEnumerable<IDemoFiller> fillers,
    TimeProvider clock, IHostEnvironment environment, ILogger<DemoData> log) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!await database.ReadAsync(IsEmpty, cancellationToken))
            return;
        // Hashing is slow on purpose: only for a store that is about to be filled, and before its transaction.
        var parentsHash = Passwords.Hash(DemoCustomers.ParentsPassword);
        var friendsHash = Passwords.Hash(DemoCustomers.FriendsPassword);
        var now = clock.GetUtcNow();
        var filled = await database.WriteAsync(tx => Fill(tx, parentsHash, friendsHash, now), WritePriority.First);
        if (filled && environment.IsProduction())
            log.LogWarning("DemoData is on in Production: the store now has customers whose passwords are public.");
        else if (filled)
            log.LogInformation("The empty store was filled with demo data.");
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private bool Fill(Transaction tx, string parentsHash, string friendsHash, DateTimeOffset now)
    {
        // Another process may have filled it since.
        if (!IsEmpty(tx))
            return false;
        catalogue.Add(tx);
        var subscriptions = customers.Add(tx, parentsHash, friendsHash, now);
        foreach (var filler in fillers)
            filler.Fill(tx, subscriptions, now);
        return true;
    }

    private bool IsEmpty(Transaction tx) => contracts.IsEmpty(tx);
}
