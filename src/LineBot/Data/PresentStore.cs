using LineBot.Language;
using LineBot.Storage;

namespace LineBot.Data;

/// <summary>Presents that were given.</summary>
public sealed class PresentStore
{
    private const string Columns = "id, giver_id, request_id, receiver_id, kb, given_at";

    /// <summary>The present that came of one confirmation, or null.</summary>
    public Present? Find(Transaction tx, long giverId, string requestId) =>
        tx.Find<Present>(
            $"SELECT {Columns} FROM data_presents WHERE giver_id = @giverId AND request_id = @requestId", new { giverId, requestId });

    /// <summary>The present that was claimed from a share, or null.</summary>
    public Present? OfShare(Transaction tx, long shareId) =>
        tx.Find<Present>($"SELECT {Columns} FROM data_presents WHERE id = (SELECT present_id FROM data_shares WHERE id = @shareId)", new { shareId });

    /// <summary>What a subscription gave and received since <paramref name="since"/>, the newest first.</summary>
    public IReadOnlyList<PresentLine> Of(Transaction tx, long subscriptionId, DateTimeOffset since, int most) =>
        tx.Query<PresentLine>(
            """
            SELECT p.kb, p.given_at, p.giver_id = @subscriptionId AS is_given, s.id AS subscription_id, s.phone_number, s.user_name,
                   s.contract_id = own.contract_id AS is_of_same_contract, account.display_name
            FROM data_presents p
            JOIN subscriptions own ON own.id = @subscriptionId
            JOIN subscriptions s ON s.id = CASE WHEN p.giver_id = @subscriptionId THEN p.receiver_id ELSE p.giver_id END
            LEFT JOIN user_links link ON link.subscription_id = s.id
            LEFT JOIN line_accounts account ON account.line_user_id = link.line_user_id
            WHERE (p.giver_id = @subscriptionId OR p.receiver_id = @subscriptionId) AND p.given_at >= @since
            ORDER BY p.given_at DESC, p.id DESC LIMIT @most
            """, new { subscriptionId, since, most });

    /// <summary>Writes a present down and returns its id. A second one of the same giver and request is an error.</summary>
    public long Add(Transaction tx, PresentRequest request, DateTimeOffset now) =>
        tx.Get<long>(
            """
            INSERT INTO data_presents (giver_id, request_id, receiver_id, kb, given_at)
            VALUES (@GiverId, @RequestId, @ReceiverId, @Kb, @now) RETURNING id
            """,
            new { request.GiverId, request.RequestId, request.ReceiverId, request.Kb, now });

    /// <summary>How much one subscription has given another since the start of <paramref name="month"/>, in KB.</summary>
    public long GivenSince(Transaction tx, long giverId, long receiverId, DateOnly month) =>
        tx.Get<long>(
            "SELECT COALESCE(SUM(kb), 0) FROM data_presents WHERE giver_id = @giverId AND receiver_id = @receiverId AND given_at >= @since",
            new { giverId, receiverId, since = JapanTime.StartOf(month) });
}

/// <summary>A present that was given.</summary>
public sealed record Present
{
    public required long Id { get; init; }

    public required long GiverId { get; init; }

    public required long ReceiverId { get; init; }

    public required long Kb { get; init; }

    public required DateTimeOffset GivenAt { get; init; }
}

/// <summary>A wish to give. The request id comes from the confirmation that was shown and stands for exactly one present.</summary>
public sealed record PresentRequest(string RequestId, long GiverId, long ReceiverId, long Kb);
