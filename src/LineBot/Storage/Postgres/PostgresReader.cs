using System.Data.Common;
using Npgsql;

namespace LineBot.Storage.Postgres;

internal sealed class PostgresReader : StoreSession
{
    private readonly PostgresConnection _connection;

    public PostgresReader(NpgsqlConnection connection)
    {
        _connection = new PostgresConnection(connection);
        try
        {
            _connection.Run("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
        }
        catch
        {
            _connection.Dispose();
            throw;
        }
    }

    public override DbConnection Connection => _connection;

    protected override PreparedStatement Compile(string sql) => new PostgresStatement(_connection.Inner, sql);
}
