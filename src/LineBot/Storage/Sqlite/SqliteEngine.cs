using Dapper;
using Microsoft.Data.Sqlite;

namespace LineBot.Storage.Sqlite;

/// <summary>The store as a file of this machine.</summary>
internal sealed class SqliteEngine(string connectionString) : IStoreEngine
{
    private readonly string _connectionString = SqliteConnections.Normalise(connectionString);

    public Node CreateNode(ILogger log) => new LoneNode();

    public StoreWriter OpenWriter() => new SqliteWriter(SqliteConnections.OpenWriter(_connectionString));

    public StoreSession OpenReader() => new SqliteReader(SqliteConnections.OpenReader(_connectionString));

    public IReadOnlyList<AppliedMigration> Applied() => Looked(AppliedIn) ?? [];

    public bool Has(string table) => Looked(connection => HasIn(connection, table));

    public static IReadOnlyList<AppliedMigration> AppliedIn(SqliteConnection connection) =>
        HasIn(connection, "migrations")
            ? connection.Query<AppliedMigration>("SELECT name, applied_at FROM migrations ORDER BY name").AsList()
            : [];

    public string Translate(string script) => script;

    public void Dispose() => SqliteConnections.Release(_connectionString);

    private static bool HasIn(SqliteConnection connection, string table) =>
        connection.ExecuteScalar<bool>("SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = @table", new { table });

    /// <summary>What is found in the file as it is; default where there is none.</summary>
    private T? Looked<T>(Func<SqliteConnection, T> look)
    {
        var file = new SqliteConnectionStringBuilder(_connectionString) { Mode = SqliteOpenMode.ReadOnly, Pooling = false };
        if (!File.Exists(file.DataSource))
            return default;
        using var connection = new SqliteConnection(file.ToString());
        return look(connection);
    }
}
