namespace LineBot.Storage;

/// <summary>
/// A table of rows that wait for their chat's turn (<c>chat_id</c>, <c>status</c> 0, <c>owner</c>). Where several nodes share the store,
/// all that waits of one chat has one owner, in whose lane it waits; where one process has it, nobody is asked.
/// </summary>
public sealed class LaneStore
{
    private readonly string _insert;
    private readonly string _insertShared;
    private readonly string _waiting;
    private readonly string _own;

    /// <param name="id">The column that numbers the rows.</param>
    /// <param name="columns">What a new row is given, <c>chat_id</c> among it.</param>
    /// <param name="unless">An <c>ON CONFLICT</c> clause.</param>
    public LaneStore(string name, string id, string[] columns, string unless = "")
    {
        Name = name;
        var (all, places) = (string.Join(", ", columns), string.Join(", ", columns.Select((_, number) => $"@{number + 1}")));
        var chat = $"@{Array.IndexOf(columns, "chat_id") + 1}";
        _insert = $"INSERT INTO {name} ({all}) VALUES ({places}) {unless} RETURNING {id}";
        _insertShared =
            $"""
            INSERT INTO {name} ({all}, owner)
            VALUES ({places}, COALESCE((SELECT other.owner FROM {name} AS other WHERE other.status = 0 AND other.chat_id = {chat} AND other.owner IS NOT NULL LIMIT 1), @{columns.Length + 1}))
            {unless} RETURNING {id}, owner, (SELECT MAX(other.{id}) FROM {name} AS other WHERE other.status = 0 AND other.chat_id = {chat})
            """;
        _waiting = $"SELECT {id} FROM {name} WHERE status = 0 AND {id} > @after ORDER BY {id} LIMIT @limit";
        _own = $"SELECT {id} FROM {name} WHERE status = 0 AND owner = @owner AND {id} > @after ORDER BY {id} LIMIT @limit";
    }

    public string Name { get; }

    /// <summary>Stores a row; null where there is one already. If it is another node's, that one hears of it.</summary>
    internal LaneRow? Insert(Transaction tx, params ReadOnlySpan<object?> values)
    {
        if (!tx.Node.IsShared)
            return tx.Prepared(_insert).With(values).Scalar() is long alone ? new LaneRow(alone, null, null, IsNext: true) : null;
        var me = tx.Node.Id;
        using var row = tx.Prepared(_insertShared).With([.. values, me]).Read();
        if (!row.Read())
            return null;
        var (owner, before) = (Number(row, 1), Number(row, 2));
        if (owner is { } other && other != me)
            tx.Announce(Name, other);
        return new LaneRow(row.GetInt64(0), owner, before, IsNext: owner is not null && owner == me && before is null);
    }

    /// <summary>The oldest rows without an outcome, whoever's they are, after <paramref name="after"/>.</summary>
    public IReadOnlyList<long> WaitingAfter(Transaction tx, long after, int limit) => tx.Query<long>(_waiting, new { after, limit });

    /// <summary>Those of them that are this node's.</summary>
    internal IReadOnlyList<long> OwnAfter(Transaction tx, long? owner, long after, int limit) =>
        tx.Node.IsShared ? tx.Query<long>(_own, new { owner, after, limit }) : WaitingAfter(tx, after, limit);

    /// <summary>
    /// Finds an owner for all that waits and has none that lives: the one that has the chat already, otherwise this node.
    /// </summary>
    /// <returns>How many rows are this node's now that were not before.</returns>
    internal int TakeOver(Transaction tx, long? owner)
    {
        var owners = tx.Node.FindOwners(tx, Name, owner);
        foreach (var other in owners.Where(other => other != owner).Distinct())
            tx.Announce(Name, other);
        return owners.Count(one => one == owner);
    }

    private static long? Number(PreparedRows row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);
}

/// <summary>A row that was stored to wait.</summary>
/// <param name="Owner">Whose it is; null where nothing is shared, or nobody's yet.</param>
/// <param name="Before">The last row of its chat that waits before it; not asked for where nothing is shared.</param>
/// <param name="IsNext">Whether this node can begin with it at once, as far as the store knows.</param>
internal readonly record struct LaneRow(long Id, long? Owner, long? Before, bool IsNext);
