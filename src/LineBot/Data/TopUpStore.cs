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

    /// <summary>What a request bought, or null.</summary>
    public TopUp? Find(Transaction tx, long subscriptionId, string requestId) =>
        tx.Find<TopUp>(
            "SELECT kb, yen, bought_at FROM data_top_ups WHERE subscription_id = @subscriptionId AND request_id = @requestId",
            new { subscriptionId, requestId });

    /// <summary>What was bought for a subscription from one instant up to another, which is not included; oldest first.</summary>
    public IReadOnlyList<TopUp> Bought(Transaction tx, long subscriptionId, DateTimeOffset from, DateTimeOffset until) =>
        tx.Query<TopUp>(
            """
            SELECT kb, yen, bought_at FROM data_top_ups
            WHERE subscription_id = @subscriptionId AND bought_at >= @from AND bought_at < @until ORDER BY bought_at, id
            """,
            new { subscriptionId, from, until });
}

/// <summary>Data that was bought once.</summary>
public sealed record TopUp
{
    public required long Kb { get; init; }

    /// <summary>What it cost, tax included.</summary>
    public required int Yen { get; init; }

    public required DateTimeOffset BoughtAt { get; init; }
}
