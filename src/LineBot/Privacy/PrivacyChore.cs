using LineBot.Operations;
using LineBot.Storage;
using Microsoft.Extensions.Options;

namespace LineBot.Privacy;

/// <summary>Forgets what was kept long enough.</summary>
internal sealed class PrivacyChore(Database database, PersonalDataStore store, Erasure erasure, IOptions<PrivacyOptions> options, TimeProvider clock) : IChore
{
    private const int Portion = 100;

    public TimeSpan Rest => TimeSpan.FromMinutes(30);

    public async Task<bool> DoPortionAsync(CancellationToken cancel)
    {
        var (now, keep) = (clock.GetUtcNow(), options.Value);
        var forgotten = await database.WriteAsync(tx =>
        {
            var ended = store.LongEnded(tx, now - keep.KeepEndedContractsFor, Portion);
            foreach (var contract in ended)
                erasure.Forget(tx, contract, now);
            return new[]
            {
                ended.Count, store.ForgetApplications(tx, now - keep.KeepApplicationsFor, Portion),
                store.ForgetInvitations(tx, now - keep.KeepInvitationsFor, Portion), store.ForgetAudit(tx, now - keep.KeepAuditFor, Portion),
                store.ForgetDrafts(tx, now, Portion),
            }.Max();
        });
        return forgotten == Portion;
    }
}
