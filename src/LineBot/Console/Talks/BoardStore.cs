using LineBot.Console.Staff;
using LineBot.Storage;

namespace LineBot.Console.Talks;

/// <summary>Reads all open talks at once, for the lists that every operator sees.</summary>
public sealed class BoardStore(OperatorStore operators)
{
    private const int MostWaiting = 50;
    private const int MostTaken = 1_000;

    private const string Select =
        """
        SELECT i.id, a.display_name AS name, a.language, i.opened_at, i.waiting_since, i.taken_by
        FROM inquiries i JOIN line_accounts a ON a.line_user_id = i.line_user_id
        """;

    public Board Read(Transaction tx, DateTimeOffset now) => new(
        now,
        tx.Query<BoardRow>($"{Select} WHERE i.closed_at IS NULL AND i.taken_by IS NULL ORDER BY i.opened_at, i.id LIMIT @MostWaiting", new { MostWaiting }),
        tx.Get<long>("SELECT COUNT(*) FROM inquiries WHERE closed_at IS NULL AND taken_by IS NULL"),
        tx.Query<BoardRow>(
            $"""
            {Select} WHERE i.closed_at IS NULL AND i.taken_by IS NOT NULL
            ORDER BY CASE WHEN i.waiting_since IS NULL THEN 1 ELSE 0 END, i.waiting_since, i.id LIMIT @MostTaken
            """, new { MostTaken }),
        operators.List(tx).ToDictionary(person => person.Name, person => person.DisplayName));

    /// <summary>The talk that is to be taken next, or null where nobody waits.</summary>
    public long? Next(Transaction tx) =>
        tx.Find<long?>("SELECT id FROM inquiries WHERE closed_at IS NULL AND taken_by IS NULL ORDER BY opened_at, id LIMIT 1");
}
