using System.Data.Common;

namespace LineBot.Storage;

/// <summary>The compiled statements of one connection, by their text.</summary>
internal sealed class PreparedStatements(DbConnection connection) : IDisposable
{
    private readonly Dictionary<string, PreparedStatement> _bySql = new(StringComparer.Ordinal);

    public PreparedStatement Of(string sql, DbTransaction? transaction)
    {
        if (!_bySql.TryGetValue(sql, out var statement))
            _bySql[sql] = statement = new PreparedStatement(connection, sql);
        statement.Enlist(transaction);
        return statement;
    }

    public void Dispose()
    {
        foreach (var statement in _bySql.Values)
            statement.Dispose();
    }
}

/// <summary>A compiled statement with parameters <c>@1</c>, <c>@2</c>, … set by position.</summary>
internal sealed class PreparedStatement : IDisposable
{
    private readonly DbCommand _command;

    public PreparedStatement(DbConnection connection, string sql)
    {
        _command = connection.CreateCommand();
        _command.CommandText = sql;
    }

    public void Enlist(DbTransaction? transaction) => _command.Transaction = transaction;

    public PreparedStatement With(params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (i == _command.Parameters.Count)
            {
                var parameter = _command.CreateParameter();
                parameter.ParameterName = $"@{i + 1}";
                _command.Parameters.Add(parameter);
            }
            _command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }
        return this;
    }

    public int Execute() => _command.ExecuteNonQuery();

    public object? Scalar() => _command.ExecuteScalar() is { } value && value is not DBNull ? value : null;

    public DbDataReader Read() => _command.ExecuteReader();

    public void Dispose() => _command.Dispose();
}
