using LineBot.Storage;

namespace LineBot.Inquiries;

/// <summary>How long customers have had to wait of late. Says nothing where too few waited to tell.</summary>
public sealed class Waits(QueueStore queue, InquiryHours hours)
{
    public const int FewestToTell = 5;
    private const int MostToLookAt = 50;
    private static readonly TimeSpan Recent = TimeSpan.FromHours(24);

    /// <summary>The median of the recent waits that lay within opening hours; null where there were fewer than <see cref="FewestToTell"/>.</summary>
    public TimeSpan? Typical(Transaction tx, DateTimeOffset now)
    {
        var waits = queue.RecentWaits(tx, now - Recent, MostToLookAt)
            // A question left overnight waited for the morning, not for its turn.
            .Where(wait => hours.IsOpenAt(wait.Since))
            .Select(wait => wait.Until - wait.Since)
            .Order()
            .ToList();
        if (waits.Count < FewestToTell)
            return null;
        var middle = waits.Count / 2;
        return waits.Count % 2 == 1 ? waits[middle] : (waits[middle - 1] + waits[middle]) / 2;
    }
}
