using LineBot.Operations;
using LineBot.Storage;
using Microsoft.Extensions.Options;

namespace LineBot.Notices;

/// <summary>Tells in the morning what the night held up, and forgets what was told long ago.</summary>
public sealed class HeldNoticesChore(
    Database database, NoticeStore store, NoticeWriter notices, IOptions<NoticeOptions> options, TimeProvider clock) : IChore
{
    private const int Portion = 200;

    public TimeSpan Rest => TimeSpan.FromSeconds(20);

    public async Task<bool> DoPortionAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (await database.ReadAsync(tx => store.HasDue(tx, now), cancel))
            return await database.WriteAsync(tx => notices.Release(tx, now, Portion)) == Portion;
        var before = now - options.Value.KeepFor;
        return await database.WriteAsync(tx => store.Forget(tx, before, Portion)) == Portion;
    }
}
