using LineBot.Storage;

namespace LineBot.Data;

/// <summary>Entries of all parts of a subscription, for its statement.</summary>
public sealed class StatementStore
{
    /// <summary>The entries for days before <paramref name="until"/>, oldest day first and in the order of booking within a day.</summary>
    public IReadOnlyList<StatementEntry> Entries(Transaction tx, long subscriptionId, DateOnly until) =>
        tx.Query<StatementEntry>(
            """
            SELECT e.id, e.part_id, p.kind, p.last_day, p.left_kb, e.day, e.reason, e.kb, e.booked_at,
                   CASE WHEN present.giver_id = @subscriptionId THEN receiver.phone_number ELSE giver.phone_number END AS counterpart
            FROM data_entries e JOIN data_parts p ON p.id = e.part_id
            LEFT JOIN data_presents present ON present.id = e.present_id
            LEFT JOIN subscriptions giver ON giver.id = present.giver_id
            LEFT JOIN subscriptions receiver ON receiver.id = present.receiver_id
            WHERE p.subscription_id = @subscriptionId AND e.day < @until ORDER BY e.day, e.id
            """,
            new { subscriptionId, until });
}

/// <summary>An entry with what a statement tells of its part.</summary>
public sealed record StatementEntry
{
    public required long Id { get; init; }

    public required long PartId { get; init; }

    /// <summary>As it is stored: carry-over, present, plan, top-up.</summary>
    public required string Kind { get; init; }

    public required DateOnly LastDay { get; init; }

    /// <summary>What the part holds now, with entries of all days.</summary>
    public required long LeftKb { get; init; }

    public required DateOnly Day { get; init; }

    public required string Reason { get; init; }

    public required long Kb { get; init; }

    public required DateTimeOffset BookedAt { get; init; }

    public string? Counterpart { get; init; }
}
