using Npgsql;

namespace LineBot.Storage.Postgres;

/// <summary>What a node's session holds on the server for as long as it lasts.</summary>
internal sealed class NodeStore(NpgsqlConnection connection)
{
    /// <summary>The numbers of all nodes that live.</summary>
    public const string Living =
        """
        SELECT objid::bigint AS id FROM pg_locks
        WHERE locktype = 'advisory' AND classid = 5498118 AND objsubid = 2 AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
        """;

    private const int AnswerSeconds = 3;

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

    /// <summary>What tells all who listen, in a transaction that writes.</summary>
    public static string Notify(string channel, string text) => $"SELECT pg_notify('{channel}', '{text}')";

    private T? Ask<T>(string sql)
    {
        using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = AnswerSeconds };
        return (T?)command.ExecuteScalar();
    }
}
