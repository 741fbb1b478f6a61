using LineBot.Storage;

namespace LineBot.Inquiries;

/// <summary>
/// Tells whoever watches, on any node, that an inquiry changed, once the change is committed. A hint to look again and no more:
/// what happens while a node has no session with the store, it does not hear.
/// </summary>
public sealed class InquirySignal
{
    private const string Topic = "inquiry";

    public InquirySignal(Database database) => database.Node.Heard += (topic, inquiryId) =>
    {
        if (topic == Topic)
            Changed?.Invoke(inquiryId);
    };

    /// <summary>Gets the inquiry's id. Handlers run on a thread of the store's: they must return at once and not throw.</summary>
    public event Action<long>? Changed;

    public void Raise(Transaction tx, long inquiryId) => tx.Announce(Topic, inquiryId);
}
