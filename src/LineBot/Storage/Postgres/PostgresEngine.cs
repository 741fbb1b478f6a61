using Dapper;
using Npgsql;

namespace LineBot.Storage.Postgres;

/// <summary>The store as a database of a PostgreSQL server, which several nodes may share.</summary>
internal sealed class PostgresEngine : IStoreEngine
{
    /// <summary>More than there are statements for every event, and those that write several rows at once.</summary>
    private const int StatementsKept = 200;

    private readonly NpgsqlDataSource _source;
    private readonly NpgsqlDataSource _ofWriters;

    public PostgresEngine(string connectionString)
    {
        var settings = StoreEngines.Read(() => new NpgsqlConnectionStringBuilder(connectionString));
        if (string.IsNullOrEmpty(settings.Host) || string.IsNullOrEmpty(settings.Database))
            throw new SettingException("Storage:ConnectionString names no host or no database, as in Host=db;Database=linebot;Username=linebot;Password=….");
        settings.ApplicationName ??= "LineBot";
        if (settings.MaxAutoPrepare == 0)
            (settings.MaxAutoPrepare, settings.AutoPrepareMinUsages) = (StatementsKept, 2);
        _source = NpgsqlDataSource.Create(settings);
        // Lasting anyway, and after a failure a connection that is really another one.
        settings.Pooling = false;
        _ofWriters = NpgsqlDataSource.Create(settings);
    }

    public Node CreateNode(ILogger log) => new PostgresNode(_ofWriters, log);

    public StoreWriter OpenWriter() => new PostgresWriter(_ofWriters.CreateConnection());

    public StoreSession OpenReader() => new PostgresReader(_source.OpenConnection());

    public IReadOnlyList<AppliedMigration> Applied()
    {
        using var connection = _source.OpenConnection();
        return connection.ExecuteScalar<bool>("SELECT to_regclass('migrations') IS NOT NULL")
            ? connection.Query<AppliedMigration>("SELECT name, applied_at FROM migrations ORDER BY name").AsList()
            : [];
    }

    public bool Has(string table)
    {
        using var connection = _source.OpenConnection();
        return connection.ExecuteScalar<bool>("SELECT to_regclass(@table) IS NOT NULL", new { table });
    }

    public string Translate(string script) => PostgresScript.Of(script);

    public void Dispose()
    {
        _source.Dispose();
        _ofWriters.Dispose();
    }
}
