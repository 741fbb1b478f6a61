using LineBot.Storage;

namespace LineBot.Console.Record;

/// <summary>Which closed talks are wanted.</summary>
/// <param name="Words">In the customer's name or in what was said, or a phone number; empty for anything.</param>
/// <param name="Operator">Who had it; empty for anybody.</param>
/// <param name="From">Closed at this instant or later.</param>
/// <param name="Until">Closed before this instant.</param>
public sealed record TalkSearch(string Words, string Operator, DateTimeOffset From, DateTimeOffset Until, int Skip);

/// <summary>A closed talk as the list shows it.</summary>
public sealed record FoundTalk
{
    public required long Id { get; init; }

    public string? Name { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    public required DateTimeOffset ClosedAt { get; init; }

    /// <summary><c>customer</c> or <c>operator</c>; null where it was idle too long.</summary>
    public string? ClosedBy { get; init; }

    public string? TakenBy { get; init; }

    public long? Score { get; init; }

    public required long Messages { get; init; }
}

/// <summary>Finds closed talks.</summary>
public sealed class TalkSearchStore
{
    /// <summary>The talks that were closed last come first.</summary>
    public IReadOnlyList<FoundTalk> Find(Transaction tx, TalkSearch wanted, int limit)
    {
        List<string> conditions = ["i.closed_at >= @From", "i.closed_at < @Until"];
        if (wanted.Operator.Length > 0)
            conditions.Add("i.taken_by = @Operator");
        if (wanted.Words.Length > 0)
        {
            conditions.Add(
                """
                (LOWER(a.display_name) LIKE LOWER(@like) ESCAPE '\'
                 OR EXISTS (SELECT 1 FROM inquiry_messages m WHERE m.inquiry_id = i.id AND LOWER(m.text) LIKE LOWER(@like) ESCAPE '\')
                 OR i.line_user_id IN (SELECT u.line_user_id FROM user_links u JOIN subscriptions s ON s.id = u.subscription_id WHERE s.phone_number = @Words)
                 OR i.line_user_id IN (SELECT c.line_user_id FROM contractor_links c JOIN subscriptions s ON s.contract_id = c.contract_id WHERE s.phone_number = @Words))
                """);
        }
        var like = "%" + wanted.Words.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + "%";
        return tx.Query<FoundTalk>(
            $"""
            SELECT i.id, a.display_name AS name, i.opened_at, i.closed_at, i.closed_by, i.taken_by, i.score,
                (SELECT COUNT(*) FROM inquiry_messages n WHERE n.inquiry_id = i.id) AS messages
            FROM inquiries i JOIN line_accounts a ON a.line_user_id = i.line_user_id
            WHERE {string.Join(" AND ", conditions)} ORDER BY i.closed_at DESC, i.id DESC LIMIT @limit OFFSET @Skip
            """, new { wanted.From, wanted.Until, wanted.Operator, wanted.Words, wanted.Skip, like, limit });
    }
}
