using LineBot.Accounts;
using LineBot.Storage;

namespace LineBot.Data;

/// <summary>Presents behind links. Each leaves <see cref="ShareState.Waiting"/> once, whoever comes first.</summary>
public sealed class ShareStore
{
    private const string Select =
        """
        SELECT s.id, s.giver_id, s.kb, s.shared_at, s.expires_at, s.state, s.settled_at, account.display_name AS giver_name, p.receiver_id
        FROM data_shares s
        LEFT JOIN data_presents p ON p.id = s.present_id
        LEFT JOIN user_links link ON link.subscription_id = s.giver_id
        LEFT JOIN line_accounts account ON account.line_user_id = link.line_user_id
        """;

    public PresentShare? Find(Transaction tx, long id) => tx.Find<PresentShare>($"{Select} WHERE s.id = @id", new { id });

    /// <summary>The share that came of one confirmation, or null.</summary>
    public PresentShare? Find(Transaction tx, long giverId, string requestId) =>
        tx.Find<PresentShare>($"{Select} WHERE s.giver_id = @giverId AND s.request_id = @requestId", new { giverId, requestId });

    /// <param name="code">In its one form, see <see cref="ShareCode"/>.</param>
    public PresentShare? FindByCode(Transaction tx, string code) =>
        tx.Find<PresentShare>($"{Select} WHERE s.code_hash = @hash", new { hash = Token.HashOf(code) });

    /// <summary>A giver's shares that wait, the newest first.</summary>
    public IReadOnlyList<PresentShare> Waiting(Transaction tx, long giverId, int most) =>
        tx.Query<PresentShare>(
            $"{Select} WHERE s.giver_id = @giverId AND s.state = 'waiting' ORDER BY s.shared_at DESC, s.id DESC LIMIT @most", new { giverId, most });

    /// <summary>A giver's shares of <paramref name="since"/> or later that came back, the newest first.</summary>
    public IReadOnlyList<PresentShare> CameBack(Transaction tx, long giverId, DateTimeOffset since, int most) =>
        tx.Query<PresentShare>(
            $"""
            {Select} WHERE s.giver_id = @giverId AND s.state IN ('returned', 'cancelled') AND s.settled_at >= @since
            ORDER BY s.settled_at DESC, s.id DESC LIMIT @most
            """, new { giverId, since, most });

    /// <summary>Shares that nobody claimed by <paramref name="now"/>, those longest over first.</summary>
    public IReadOnlyList<PresentShare> Unclaimed(Transaction tx, DateTimeOffset now, int most) =>
        tx.Query<PresentShare>($"{Select} WHERE s.state = 'waiting' AND s.expires_at <= @now ORDER BY s.expires_at, s.id LIMIT @most", new { now, most });

    /// <summary>Writes a share down and returns its id. A second one of the same giver and request is an error.</summary>
    public long Add(Transaction tx, ShareRequest request, string code, DateTimeOffset now, DateTimeOffset expiresAt) =>
        tx.Get<long>(
            """
            INSERT INTO data_shares (giver_id, request_id, code_hash, kb, shared_at, expires_at)
            VALUES (@GiverId, @RequestId, @hash, @Kb, @now, @expiresAt) RETURNING id
            """,
            new { request.GiverId, request.RequestId, hash = Token.HashOf(code), request.Kb, now, expiresAt });

    /// <summary>Gives a waiting share another code; the one before opens nothing any more. False where it does not wait.</summary>
    public bool Renew(Transaction tx, long id, string code) =>
        tx.Execute("UPDATE data_shares SET code_hash = @hash WHERE id = @id AND state = 'waiting'", new { id, hash = Token.HashOf(code) }) == 1;

    /// <summary>Ends a share's waiting. False where something else has ended it before; nothing changes then.</summary>
    public bool Settle(Transaction tx, long id, ShareState end, DateTimeOffset now) =>
        tx.Execute(
            "UPDATE data_shares SET state = @state, settled_at = @now WHERE id = @id AND state = 'waiting'",
            new { id, state = Stored(end), now }) == 1;

    /// <summary>Notes the present that a claim made of a share.</summary>
    public void BecameOf(Transaction tx, long id, long presentId) =>
        tx.Execute("UPDATE data_shares SET present_id = @presentId WHERE id = @id AND state = 'claimed'", new { id, presentId });

    private static string Stored(ShareState state) => state switch
    {
        ShareState.Claimed => "claimed",
        ShareState.Returned => "returned",
        ShareState.Cancelled => "cancelled",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "A share ends claimed, returned or cancelled."),
    };
}
