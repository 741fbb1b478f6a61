using LineBot.Operations;
using LineBot.Storage;
using Microsoft.Extensions.Options;

namespace LineBot.Inquiries;

/// <summary>Forgets what was kept long enough: first what messages brought, later closed inquiries with all that was said in them.</summary>
public sealed class ForgettingChore(
    Database database, ForgettingStore store, AttachmentStore attachments, IOptions<InquiryOptions> options, TimeProvider clock) : IChore
{
    private const int Portion = 50;

    public TimeSpan Rest => TimeSpan.FromMinutes(5);

    public async Task<bool> DoPortionAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var forgotten = await database.WriteAsync(tx => Math.Max(
            attachments.RemoveKeptBefore(tx, now - options.Value.KeepContentFor, Portion),
            store.Forget(tx, now - options.Value.KeepClosedFor, Portion)));
        return forgotten >= Portion;
    }
}
