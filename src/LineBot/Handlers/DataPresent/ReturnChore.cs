using LineBot.Data;
using LineBot.Operations;
using LineBot.Storage;

namespace LineBot.Handlers.DataPresent;

/// <summary>Gives back what nobody claimed in time, and says so: each in the transaction in which it comes back.</summary>
public sealed class ReturnChore(Database database, ShareStore shares, Sharing sharing, PresentNews news, TimeProvider clock) : IChore
{
    private const int Portion = 20;

    public TimeSpan Rest => TimeSpan.FromSeconds(20);

    public async Task<bool> DoPortionAsync(CancellationToken cancel)
    {
        if ((await database.ReadAsync(tx => shares.Unclaimed(tx, clock.GetUtcNow(), 1), cancel)).Count == 0)
            return false;
        return await database.WriteAsync(GiveBack) == Portion;
    }

    private int GiveBack(Transaction tx)
    {
        var now = clock.GetUtcNow();
        var over = shares.Unclaimed(tx, now, Portion);
        foreach (var share in over)
        {
            if (sharing.GiveBack(tx, share, ShareState.Returned, now))
                news.Returned(tx, share, now);
        }
        return over.Count;
    }
}
