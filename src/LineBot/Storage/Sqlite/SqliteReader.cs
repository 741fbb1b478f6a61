using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace LineBot.Storage.Sqlite;

internal sealed class SqliteReader(SqliteConnection connection) : StoreSession
{
    private readonly SqliteTransaction _snapshot = connection.BeginTransaction(deferred: true);

    public override DbConnection Connection => connection;

    public override DbTransaction Inner => _snapshot;

    public override void Dispose()
    {
        _snapshot.Dispose();
        base.Dispose();
    }

    protected override PreparedStatement Compile(string sql) => new SqliteStatement(connection.Handle!, sql);
}
