namespace LineBot.Storage;

/// <summary>Tries whether the store takes writes and lets read.</summary>
public sealed class ProbeStore
{
    public void Write(Transaction tx, DateTimeOffset now) =>
        tx.Execute(
            "INSERT INTO probe (id, written_at) VALUES (1, @now) ON CONFLICT (id) DO UPDATE SET written_at = @now",
            new { now = now.ToUnixTimeMilliseconds() });

    /// <summary>When it was last written.</summary>
    public long? Read(Transaction tx) => tx.Find<long?>("SELECT written_at FROM probe WHERE id = 1");
}
