using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LineBot.Storage.Sqlite;

/// <summary>It stands before its first row when it is made, so that statements run in the order in which they were asked for.</summary>
internal sealed class SqliteRows : PreparedRows
{
    private readonly sqlite3 _store;
    private readonly sqlite3_stmt _statement;
    private bool? _first;

    public SqliteRows(sqlite3 store, sqlite3_stmt statement)
    {
        (_store, _statement) = (store, statement);
        _first = Step();
    }

    public override bool Read()
    {
        var isThere = _first ?? Step();
        _first = null;
        return isThere;
    }

    public override long GetInt64(int column) => raw.sqlite3_column_int64(_statement, column);

    public override string GetString(int column) => raw.sqlite3_column_text(_statement, column).utf8_to_string();

    public override byte[] GetBytes(int column) => raw.sqlite3_column_blob(_statement, column).ToArray();

    public override bool IsDBNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    public override object? GetValue(int column) => raw.sqlite3_column_type(_statement, column) switch
    {
        raw.SQLITE_NULL => null,
        raw.SQLITE_INTEGER => GetInt64(column),
        raw.SQLITE_TEXT => GetString(column),
        raw.SQLITE_BLOB => GetBytes(column),
        _ => raw.sqlite3_column_double(_statement, column),
    };

    /// <summary>What went wrong was thrown when it happened; resetting tells it once more.</summary>
    public override void Dispose() => _ = raw.sqlite3_reset(_statement);

    private bool Step()
    {
        var result = raw.sqlite3_step(_statement);
        if (result is raw.SQLITE_ROW or raw.SQLITE_DONE)
            return result == raw.SQLITE_ROW;
        Dispose();
        SqliteException.ThrowExceptionForRC(result, _store);
        return false;
    }
}
