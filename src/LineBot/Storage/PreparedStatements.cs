using Microsoft.Data.Sqlite;

namespace LineBot.Storage;

/// <summary>The compiled statements of one connection, by their text.</summary>
internal sealed class PreparedStatements(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, PreparedStatement> _bySql = new(StringComparer.Ordinal);

    public PreparedStatement Of(string sql)
    {
        if (!_bySql.TryGetValue(sql, out var statement))
            _bySql[sql] = statement = new PreparedStatement(connection.Handle!, sql);
        return statement;
    }

    public void Dispose()
    {
        foreach (var statement in _bySql.Values)
            statement.Dispose();
    }
}
