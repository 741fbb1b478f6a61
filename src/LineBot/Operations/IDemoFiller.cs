using LineBot.Accounts;
using LineBot.Storage;

namespace LineBot.Operations;

/// <summary>
/// What a room adds to the demo store. Registered in the room's <see cref="IRoomSetup"/>; called once, in the transaction that
/// fills the empty store, after the catalogue and the customers are there.
/// </summary>
public interface IDemoFiller
{
    /// <param name="subscriptions">080-0000-0001, 080-0000-0002 and 080-0000-0003, in this order.</param>
    void Fill(Transaction tx, IReadOnlyList<Subscription> subscriptions, DateTimeOffset now);
}
