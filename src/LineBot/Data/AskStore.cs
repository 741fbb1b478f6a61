using LineBot.Storage;

namespace LineBot.Data;

/// <summary>Who asked whom for data.</summary>
public sealed class AskStore
{
    private const string Select = "SELECT id, asker_id, asked_id, kb, asked_at, expires_at, answer FROM data_asks";

    /// <summary>Writes an ask down, the only one of these two on that day.</summary>
    /// <returns>Its id; null where the day's ask was made before, and nothing changes.</returns>
    public long? Add(Transaction tx, DataAsk ask, DateOnly day) =>
        tx.Find<long?>(
            """
            INSERT INTO data_asks (asker_id, asked_id, day, kb, asked_at, expires_at)
            VALUES (@AskerId, @AskedId, @day, @Kb, @AskedAt, @ExpiresAt) ON CONFLICT (asker_id, asked_id, day) DO NOTHING RETURNING id
            """,
            new { ask.AskerId, ask.AskedId, day, ask.Kb, ask.AskedAt, ask.ExpiresAt });

    public DataAsk? Find(Transaction tx, long id) => tx.Find<DataAsk>($"{Select} WHERE id = @id", new { id });

    /// <summary>The ask of one day, or null.</summary>
    public DataAsk? Of(Transaction tx, long askerId, long askedId, DateOnly day) =>
        tx.Find<DataAsk>($"{Select} WHERE asker_id = @askerId AND asked_id = @askedId AND day = @day", new { askerId, askedId, day });

    /// <summary>Declines an ask. False where it was answered or ran out before.</summary>
    public bool Decline(Transaction tx, long id, DateTimeOffset now) =>
        tx.Execute(
            "UPDATE data_asks SET answer = 'declined', answered_at = @now WHERE id = @id AND answer IS NULL AND expires_at > @now",
            new { id, now }) == 1;

    /// <summary>A present answers whatever its receiver asked its giver for.</summary>
    public void Grant(Transaction tx, long askerId, long askedId, DateTimeOffset now) =>
        tx.Execute(
            """
            UPDATE data_asks SET answer = 'given', answered_at = @now
            WHERE asker_id = @askerId AND asked_id = @askedId AND answer IS NULL AND expires_at > @now
            """, new { askerId, askedId, now });
}
