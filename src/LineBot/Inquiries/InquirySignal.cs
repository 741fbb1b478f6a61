using LineBot.Storage;

namespace LineBot.Inquiries;

/// <summary>
/// Tells whoever watches in this process that an inquiry changed, once the change is committed. A hint to look again and no more:
/// what a command-line tool or another node changed is not announced.
/// </summary>
public sealed class InquirySignal
{
    /// <summary>Gets the inquiry's id. Handlers run on the writer's thread: they must return at once and not throw.</summary>
    public event Action<long>? Changed;

    public void Raise(Transaction tx, long inquiryId) => tx.AfterCommit(() => Changed?.Invoke(inquiryId));
}
