using LineBot.Operations;
using LineBot.Storage;

namespace LineBot.Campaigns;

/// <summary>Reminds, grants and forfeits, also where no customer looks.</summary>
internal sealed class RewardChore(Database database, RewardTurn rewards, TimeProvider clock) : IChore
{
    private const int Portion = 50;

    public TimeSpan Rest => TimeSpan.FromMinutes(5);

    public async Task<bool> DoPortionAsync(CancellationToken cancel) =>
        await database.WriteAsync(tx => rewards.Turn(tx, clock.GetUtcNow(), Portion)) == Portion;
}
