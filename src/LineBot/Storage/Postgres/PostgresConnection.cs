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
    public NpgsqlConnection Inner => inner;

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

    /// <summary>Runs what has neither parameters nor rows.</summary>
    public void Run(string sql)
    {
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
