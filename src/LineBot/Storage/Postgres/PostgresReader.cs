using System.Data.Common;
using Npgsql;

namespace LineBot.Storage.Postgres;

internal sealed class PostgresReader : StoreSession
{
    private readonly PostgresConnection _connection;

    public PostgresReader(NpgsqlConnection connection)
    {
        _connection = new PostgresConnection(connection);
        _connection.Later("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    }

    public override DbConnection Connection => _connection;

    protected override PreparedStatement Compile(string sql) => new PostgresStatement(_connection, sql);
}
