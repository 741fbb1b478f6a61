using Npgsql;

namespace LineBot.Storage.Postgres;

/// <summary>What a node's session holds on the server for as long as it lasts.</summary>
internal sealed class NodeStore(NpgsqlConnection connection)
{
    /// <summary>The numbers of all nodes that live.</summary>
    private const string Living =
        """
        SELECT objid::bigint AS id FROM pg_locks
        WHERE locktype = 'advisory' AND classid = 5498118 AND objsubid = 2 AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
        """;

    /// <summary>Has the server end the session when it hears nothing of it, and holds a number that no node has had before.</summary>
    public long Begin(string channel)
    {
        // An answer that its receiver does not take is waited for no longer than a word from it.
        Ask<object>($"SET idle_session_timeout = '4500ms'; SET tcp_user_timeout = '4500ms'; LISTEN {channel}");
        return Ask<long>("SELECT id FROM (SELECT nextval('node_ids') AS id) AS mine, pg_advisory_lock(5498118, id::int)");
    }

    public int CountLiving() => (int)Ask<long>($"SELECT COUNT(*) FROM ({Living}) AS living");

    /// <summary>Takes on what one of all nodes does; false where another has it.</summary>
    public bool TakeChores() => Ask<bool>("SELECT pg_try_advisory_lock(5498119, 0)");

    /// <summary>Gives rows of a lane table whose owner does not live to the living one that has their chat, otherwise to <paramref name="owner"/>.</summary>
    /// <returns>For each of them, to whom.</returns>
    public static IReadOnlyList<long> FindOwners(Transaction tx, string table, long? owner) => tx.Query<long>(
        $"""
        WITH living AS ({Living})
        UPDATE {table} AS mine SET owner = COALESCE(
            (SELECT other.owner FROM {table} AS other WHERE other.status = 0 AND other.chat_id = mine.chat_id AND other.owner IN (SELECT id FROM living) LIMIT 1), @owner)
        WHERE mine.status = 0 AND (mine.owner IS NULL OR mine.owner NOT IN (SELECT id FROM living)) RETURNING mine.owner
        """,
        new { owner });

    /// <summary>What tells all who listen, in a transaction that writes.</summary>
    public static string Notify(string channel, string text) => $"SELECT pg_notify('{channel}', '{text}')";

    private T? Ask<T>(string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        return (T?)command.ExecuteScalar();
    }
}
