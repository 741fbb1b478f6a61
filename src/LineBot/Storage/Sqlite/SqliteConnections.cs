using System.Runtime.CompilerServices;
using LineBot.Language;
using Microsoft.Data.Sqlite;

namespace LineBot.Storage.Sqlite;

/// <summary>How this service opens SQLite: write-ahead log, foreign keys, commits that reach the disk.</summary>
internal static class SqliteConnections
{
    [ModuleInitializer]
    internal static void MatchColumnsToProperties() => Dapper.DefaultTypeMap.MatchNamesWithUnderscores = true;

    /// <summary>Resolves the file's folder, creating it, so that a first start needs no manual step.</summary>
    public static string Normalise(string connectionString)
    {
        var builder = StoreEngines.Read(() => new SqliteConnectionStringBuilder(connectionString));
        if (builder.Mode == SqliteOpenMode.Memory || builder.DataSource is ":memory:" or "")
            throw new SettingException(Tongue.OfProcess.Say(
                "Storage:ConnectionString がメモリ上のデータベースです。データはファイルに保存してください。",
                "Storage:ConnectionString names an in-memory database. This service keeps its data in a file."));
        var file = Path.GetFullPath(builder.DataSource);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        builder.DataSource = file;
        builder.ForeignKeys = true;
        // Microsoft.Data.Sqlite retries a busy store in steps of 150 ms; the write queue keeps this process from meeting itself.
        builder.DefaultTimeout = 10;
        return builder.ToString();
    }

    public static SqliteConnection OpenWriter(string connectionString)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ToString());
        connection.Open();
        Run(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 10000; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16000;");
        return connection;
    }

    public static SqliteConnection OpenReader(string connectionString)
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        Run(connection, "PRAGMA query_only = ON; PRAGMA busy_timeout = 10000;");
        return connection;
    }

    public static void Release(string connectionString)
    {
        using var connection = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(connection);
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
