using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LineBot.Storage.Sqlite;

/// <summary>
/// It speaks to SQLite itself: the driver's commands look every parameter up by name each time, which in a statement of many rows
/// takes longer than to write them.
/// </summary>
internal sealed class SqliteStatement : PreparedStatement
{
    private readonly sqlite3 _store;
    private readonly sqlite3_stmt _statement;
    private readonly int[] _places;

    public SqliteStatement(sqlite3 store, string sql)
    {
        _store = store;
        Check(raw.sqlite3_prepare_v2(store, sql, out _statement));
        // SQLite numbers names in the order in which they first appear.
        _places = [.. Enumerable.Range(1, raw.sqlite3_bind_parameter_count(_statement))
            .Select(number => raw.sqlite3_bind_parameter_index(_statement, $"@{number}"))];
    }

    public override PreparedStatement With(params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
            Check(Bind(_places[i], values[i]));
        return this;
    }

    public override int Execute()
    {
        using var row = Read();
        row.Read();
        return raw.sqlite3_changes(_store);
    }

    public override PreparedRows Read() => new SqliteRows(_store, _statement);

    public override void Dispose() => _statement.Dispose();

    private int Bind(int place, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(_statement, place),
        string text => raw.sqlite3_bind_text(_statement, place, text),
        long number => raw.sqlite3_bind_int64(_statement, place, number),
        int number => raw.sqlite3_bind_int(_statement, place, number),
        bool flag => raw.sqlite3_bind_int(_statement, place, flag ? 1 : 0),
        byte[] { Length: 0 } => raw.sqlite3_bind_zeroblob(_statement, place, 0),
        byte[] bytes => raw.sqlite3_bind_blob(_statement, place, bytes),
        _ => throw new ArgumentException($"A statement takes no {value.GetType().Name}.", nameof(value)),
    };

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
            SqliteException.ThrowExceptionForRC(result, _store);
    }
}
