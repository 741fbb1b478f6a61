using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LineBot.Storage.Sqlite;

internal sealed class SqliteRows(sqlite3 store, sqlite3_stmt statement) : PreparedRows
{
    public override bool Read()
    {
        var result = raw.sqlite3_step(statement);
        if (result is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
            SqliteException.ThrowExceptionForRC(result, store);
        return result == raw.SQLITE_ROW;
    }

    public override long GetInt64(int column) => raw.sqlite3_column_int64(statement, column);

    public override string GetString(int column) => raw.sqlite3_column_text(statement, column).utf8_to_string();

    public override byte[] GetBytes(int column) => raw.sqlite3_column_blob(statement, column).ToArray();

    public override bool IsDBNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;

    public override object? GetValue(int column) => raw.sqlite3_column_type(statement, column) switch
    {
        raw.SQLITE_NULL => null,
        raw.SQLITE_INTEGER => GetInt64(column),
        raw.SQLITE_TEXT => GetString(column),
        raw.SQLITE_BLOB => GetBytes(column),
        _ => raw.sqlite3_column_double(statement, column),
    };

    /// <summary>What went wrong was thrown when it happened; resetting tells it once more.</summary>
    public override void Dispose() => _ = raw.sqlite3_reset(statement);
}
