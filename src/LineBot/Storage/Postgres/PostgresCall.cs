using Npgsql;

namespace LineBot.Storage.Postgres;

/// <summary>A statement and its answer. It is sent no later than its answer is asked for, together with all that waits before it.</summary>
internal sealed class PostgresCall(PostgresConnection connection, NpgsqlBatchCommand command, bool hasRows)
{
    private bool _isAnswered;
    private readonly List<object[]> _rows = [];

    public NpgsqlBatchCommand Command => command;

    public bool HasRows => hasRows;

    /// <summary>How many rows it changed.</summary>
    public int Changed
    {
        get
        {
            Await();
            return command.RecordsAffected;
        }
    }

    /// <summary>All its rows: a connection runs one statement at a time, and whoever reads rows may ask for others meanwhile.</summary>
    public IReadOnlyList<object[]> Rows
    {
        get
        {
            Await();
            return _rows;
        }
    }

    public void Fetch(PostgresDataReader rows)
    {
        while (rows.Read())
        {
            var values = new object[rows.FieldCount];
            rows.GetValues(values);
            _rows.Add(values);
        }
    }

    public void Answered() => _isAnswered = true;

    private void Await()
    {
        if (!_isAnswered)
            connection.Send();
        if (!_isAnswered)
            throw new InvalidOperationException("The statement was undone before it ran, or failed.");
    }
}
