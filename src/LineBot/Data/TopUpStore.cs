using LineBot.Storage;

namespace LineBot.Data;

/// <summary>Data that was bought.</summary>
public sealed class TopUpStore
{
    /// <summary>Writes a purchase down and returns its id, or null where the request was written down before.</summary>
    public long? Add(Transaction tx, long subscriptionId, string requestId, long kb, int yen, DateTimeOffset now) =>
        tx.Find<long?>(
            """
            INSERT INTO data_top_ups (subscription_id, request_id, kb, yen, bought_at) VALUES (@subscriptionId, @requestId, @kb, @yen, @now)
            ON CONFLICT (subscription_id, request_id) DO NOTHING RETURNING id
            """,
            new { subscriptionId, requestId, kb, yen, now });
}
