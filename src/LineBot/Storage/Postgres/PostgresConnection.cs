using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Npgsql;

namespace LineBot.Storage.Postgres;

/// <summary>
/// A connection that behaves as the stores' one to SQLite does, so that their SQL and their types are the same for both: flags are 0 and 1,
/// every whole number has 64 bits, and a list after IN is spelled out (Dapper would hand the driver's own connection an array).
/// </summary>
internal sealed class PostgresConnection(NpgsqlConnection inner) : DbConnection
{
    private readonly List<PostgresCall> _waiting = [];

    [AllowNull]
    public override string ConnectionString
    {
        get => inner.ConnectionString;
        set => inner.ConnectionString = value;
    }

    public override string Database => inner.Database;

    public override string DataSource => inner.DataSource;

    public override string ServerVersion => inner.ServerVersion;

    public override ConnectionState State => inner.State;

    public override void Open() => inner.Open();

    public override void Close() => inner.Close();

    public override void ChangeDatabase(string databaseName) => inner.ChangeDatabase(databaseName);

    /// <summary>Has a statement sent together with the next one whose answer is asked for: each way to the server costs more than most statements.</summary>
    public PostgresCall Later(NpgsqlBatchCommand command, bool hasRows)
    {
        var call = new PostgresCall(this, command, hasRows);
        _waiting.Add(call);
        return call;
    }

    /// <inheritdoc cref="Later(NpgsqlBatchCommand, bool)"/>
    public PostgresCall Later(string sql) => Later(new NpgsqlBatchCommand(sql), hasRows: false);

    /// <summary>Sends all that waits, in its order, and takes the answers in.</summary>
    public void Send()
    {
        if (_waiting.Count == 0)
            return;
        PostgresCall[] sent = [.. _waiting];
        _waiting.Clear();
        using var batch = new NpgsqlBatch(inner);
        foreach (var call in sent)
            batch.BatchCommands.Add(call.Command);
        using var answers = new PostgresDataReader(batch.ExecuteReader());
        foreach (var call in sent.Where(call => call.HasRows))
        {
            call.Fetch(answers);
            answers.NextResult();
        }
        foreach (var call in sent)
            call.Answered();
    }

    /// <summary>Forgets what waits from <paramref name="first"/> on, and all of it where that was sent.</summary>
    /// <returns>Whether it still waited.</returns>
    public bool Drop(PostgresCall first)
    {
        var from = _waiting.IndexOf(first);
        _waiting.RemoveRange(Math.Max(0, from), _waiting.Count - Math.Max(0, from));
        return from >= 0;
    }

    public void DropAll() => _waiting.Clear();

    /// <summary>Runs what has neither parameters nor rows.</summary>
    public void Run(string sql)
    {
        Send();
        using var command = new NpgsqlCommand(sql, inner);
        command.ExecuteNonQuery();
    }

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) =>
        throw new NotSupportedException("A session begins its transactions itself.");

    protected override DbCommand CreateDbCommand() => new PostgresCommand(this, new NpgsqlCommand { Connection = inner });

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
