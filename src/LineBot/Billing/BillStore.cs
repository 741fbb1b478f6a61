using LineBot.Storage;

namespace LineBot.Billing;

/// <summary>Closed bills, and what open ones are made of. Months are given by their first day.</summary>
public sealed class BillStore
{
    /// <summary>What a contract has is bounded as well: PostgreSQL would go through that of all before it, each time anew.</summary>
    internal const string OfNotClosed =
        """
        SELECT c.id FROM contracts c
        WHERE c.id > @after
          AND NOT EXISTS (SELECT 1 FROM bills b WHERE b.contract_id = c.id AND b.contract_id > @after AND b.month = @month)
          AND EXISTS (
              SELECT 1 FROM subscriptions s
              WHERE s.contract_id = c.id AND s.contract_id > @after AND s.activated_at < @until AND (s.ended_at IS NULL OR s.ended_at > @from))
        ORDER BY c.id LIMIT @most
        """;

    /// <summary>Keeps a closed bill.</summary>
    /// <returns>False where the contract has a bill of that month already; nothing changed then.</returns>
    public bool Add(Transaction tx, long contractId, Bill bill, DateTimeOffset now)
    {
        var id = tx.Find<long?>(
            """
            INSERT INTO bills (contract_id, month, yen, closed_at) VALUES (@contractId, @Month, @Yen, @now)
            ON CONFLICT (contract_id, month) DO NOTHING RETURNING id
            """,
            new { contractId, bill.Month, bill.Yen, now });
        for (var position = 0; id is not null && position < bill.Lines.Count; position++)
        {
            var line = bill.Lines[position];
            tx.Execute(
                """
                INSERT INTO bill_lines (bill_id, position, kind, subscription_id, name_ja, name_en, day, yen)
                VALUES (@id, @position, @Kind, @SubscriptionId, @NameJa, @NameEn, @Day, @Yen)
                """,
                new { id, position, line.Kind, line.SubscriptionId, line.NameJa, line.NameEn, line.Day, line.Yen });
        }
        return id is not null;
    }

    /// <summary>The contract's closed bills of a month and later, newest first.</summary>
    public IReadOnlyList<Bill> Since(Transaction tx, long contractId, DateOnly month) =>
    [
        .. tx.Query<DateOnly>(
                "SELECT month FROM bills WHERE contract_id = @contractId AND month >= @month ORDER BY month DESC", new { contractId, month })
            .Select(of => new Bill(of, LinesOf(tx, contractId, of), IsClosed: true)),
    ];

    /// <summary>The latest month that is closed, or null before the first.</summary>
    public DateOnly? Latest(Transaction tx, long contractId) =>
        tx.Find<DateOnly?>("SELECT month FROM bills WHERE contract_id = @contractId ORDER BY month DESC LIMIT 1", new { contractId });

    /// <summary>The subscriptions that a contract had at some instant from <paramref name="from"/> up to <paramref name="until"/>, oldest first.</summary>
    /// <param name="until">Not included.</param>
    public IReadOnlyList<Subscribed> Subscribed(Transaction tx, long contractId, DateTimeOffset from, DateTimeOffset until) =>
        tx.Query<Subscribed>(
            """
            SELECT id, activated_at FROM subscriptions
            WHERE contract_id = @contractId AND activated_at < @until AND (ended_at IS NULL OR ended_at > @from) ORDER BY id
            """,
            new { contractId, from, until });

    /// <summary>What rewards took off the contract's bills before a month.</summary>
    public int CreditTaken(Transaction tx, long contractId, DateOnly month) =>
        tx.Get<int>(
            """
            SELECT COALESCE(SUM(-l.yen), 0) FROM bill_lines l JOIN bills b ON b.id = l.bill_id
            WHERE b.contract_id = @contractId AND b.month < @month AND l.kind = 'credit'
            """,
            new { contractId, month });

    /// <summary>Contracts beyond <paramref name="after"/>, by id, that had a subscription in a month and have no bill of it.</summary>
    /// <param name="from">The instant at which the month began.</param>
    /// <param name="until">The instant at which it ended.</param>
    public IReadOnlyList<long> NotClosed(Transaction tx, long after, DateOnly month, DateTimeOffset from, DateTimeOffset until, int most) =>
        tx.Query<long>(OfNotClosed, new { after, month, from, until, most });

    /// <summary>Bills of a month that nobody was told of yet.</summary>
    public IReadOnlyList<BillToTell> Untold(Transaction tx, DateOnly month, int most) =>
        tx.Query<BillToTell>(
            "SELECT id, contract_id FROM bills WHERE month = @month AND told_at IS NULL ORDER BY id LIMIT @most", new { month, most });

    /// <summary>Notes that a bill was told.</summary>
    /// <returns>False where it was before; it is not to be told again then.</returns>
    public bool MarkTold(Transaction tx, long billId, DateTimeOffset now) =>
        tx.Execute("UPDATE bills SET told_at = @now WHERE id = @billId AND told_at IS NULL", new { billId, now }) == 1;

    private static IReadOnlyList<BillLine> LinesOf(Transaction tx, long contractId, DateOnly month) =>
        tx.Query<BillLine>(
            """
            SELECT l.kind, l.subscription_id, l.name_ja, l.name_en, l.day, l.yen FROM bill_lines l JOIN bills b ON b.id = l.bill_id
            WHERE b.contract_id = @contractId AND b.month = @month ORDER BY l.position
            """,
            new { contractId, month });
}

/// <summary>A subscription that is or was active.</summary>
public sealed record Subscribed
{
    public required long Id { get; init; }

    public required DateTimeOffset ActivatedAt { get; init; }
}

/// <summary>A closed bill of which the contract holder has not heard.</summary>
public sealed record BillToTell
{
    public required long Id { get; init; }

    public required long ContractId { get; init; }
}
