using Dapper;
using LineBot.Language;
using Npgsql;

namespace LineBot.Storage.Postgres;

/// <summary>The store as a database of a PostgreSQL server, which several nodes may share.</summary>
internal sealed class PostgresEngine : IStoreEngine
{
    /// <summary>More than there are statements for every event, and those that write several rows at once.</summary>
    private const int StatementsKept = 200;

    /// <summary>
    /// More than any statement needs and a lock is waited for (10 s), and not much more: what was sent into a network that has gone silent is
    /// waited for as long. The driver's own 30 s stand for a setting that was not made.
    /// </summary>
    private const int AnswerSeconds = 15;

    /// <summary>What a node has not heard by then it need not hear any more: the server ends its session as soon.</summary>
    private const int NodeSeconds = 3;

    private readonly NpgsqlDataSource _source;
    private readonly NpgsqlDataSource _ofWriters;
    private readonly NpgsqlDataSource _ofNode;

    public PostgresEngine(string connectionString)
    {
        var settings = StoreEngines.Read(() => new NpgsqlConnectionStringBuilder(connectionString));
        if (string.IsNullOrEmpty(settings.Host) || string.IsNullOrEmpty(settings.Database))
            throw new SettingException(Tongue.OfProcess.Say(
                "Storage:ConnectionString にホストかデータベースがありません。例: Host=db;Database=linebot;Username=linebot;Password=…",
                "Storage:ConnectionString names no host or no database, as in Host=db;Database=linebot;Username=linebot;Password=…."));
        settings.ApplicationName ??= "LineBot";
        if (settings.MaxAutoPrepare == 0)
            (settings.MaxAutoPrepare, settings.AutoPrepareMinUsages) = (StatementsKept, 2);
        if (settings.CommandTimeout == new NpgsqlConnectionStringBuilder().CommandTimeout)
            settings.CommandTimeout = AnswerSeconds;
        _source = NpgsqlDataSource.Create(settings);
        // Lasting anyway, and after a failure a connection that is really another one.
        settings.Pooling = false;
        _ofWriters = NpgsqlDataSource.Create(settings);
        // To connect, too: before the driver gives an answer up, it goes to ask over another connection that it be cancelled.
        (settings.CommandTimeout, settings.Timeout) = (NodeSeconds, NodeSeconds);
        _ofNode = NpgsqlDataSource.Create(settings);
    }

    /// <summary>A connection that was there before a node lost its session may lead nowhere, and would be waited for.</summary>
    public Node CreateNode(ILogger log)
    {
        var node = new PostgresNode(_ofNode, log);
        node.Joined += _source.Clear;
        return node;
    }

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
        _ofNode.Dispose();
    }
}
