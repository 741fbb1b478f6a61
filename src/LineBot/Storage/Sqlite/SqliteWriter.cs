using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace LineBot.Storage.Sqlite;

internal sealed class SqliteWriter(SqliteConnection connection) : StoreWriter
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    public override DbConnection Connection => connection;

    public override bool IsInTransaction => SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle!) == 0;

    public override bool IsOfTheStore(Exception e) =>
        e is SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_FULL or SQLitePCL.raw.SQLITE_IOERR or SQLitePCL.raw.SQLITE_CORRUPT
            or SQLitePCL.raw.SQLITE_NOTADB or SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_NOMEM };

    /// <summary>
    /// Where another process has the store (a usage import, a month's turn), this asks again every millisecond: SQLite's own
    /// waiting grows to steps of 100 ms and sleeps through the gaps that such a process leaves.
    /// </summary>
    public override void Begin(ManualResetEventSlim closing)
    {
        var handle = connection.Handle!;
        var started = TimeProvider.System.GetTimestamp();
        SQLitePCL.raw.sqlite3_busy_timeout(handle, 0);
        int result;
        while ((result = SQLitePCL.raw.sqlite3_exec(handle, "BEGIN IMMEDIATE")) == SQLitePCL.raw.SQLITE_BUSY
            && TimeProvider.System.GetElapsedTime(started) < LongestWait)
        {
            closing.Wait(TimeSpan.FromMilliseconds(1));
        }
        SQLitePCL.raw.sqlite3_busy_timeout(handle, (int)LongestWait.TotalMilliseconds);
        if (result != SQLitePCL.raw.SQLITE_OK)
            throw new SqliteException(SQLitePCL.raw.sqlite3_errmsg(handle).utf8_to_string(), result);
    }

    public override void Commit() => Prepared("COMMIT").Execute();

    public override void Rollback() => Prepared("ROLLBACK").Execute();

    public override void BeginPiece() => Prepared("SAVEPOINT piece").Execute();

    public override void KeepPiece() => Prepared("RELEASE piece").Execute();

    public override void UndoPiece()
    {
        Prepared("ROLLBACK TO piece").Execute();
        KeepPiece();
    }

    protected override PreparedStatement Compile(string sql) => new SqliteStatement(connection.Handle!, sql);
}
