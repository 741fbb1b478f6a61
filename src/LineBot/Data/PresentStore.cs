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
