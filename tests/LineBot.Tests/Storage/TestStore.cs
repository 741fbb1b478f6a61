using System.Data.Common;
using System.Globalization;
using Dapper;
using LineBot.Storage;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace LineBot.Tests.Storage;

/// <summary>
/// Where a test has its store: a file, or with <c>LINEBOT_TEST_STORE=Postgres</c> a database of the server that
/// <c>LINEBOT_TEST_POSTGRES</c> names (<c>Host=127.0.0.1;Username=linebot</c>).
/// </summary>
public sealed class TestStore : IDisposable
{
    private readonly DbDataSource _source;

    private TestStore(StorageOptions options)
    {
        Options = options;
        _source = options.Provider == StorageOptions.Postgres
            ? NpgsqlDataSource.Create(options.ConnectionString)
            : SqliteFactory.Instance.CreateDataSource(options.ConnectionString + ";Pooling=False");
    }

    public static bool IsPostgres { get; } = Environment.GetEnvironmentVariable("LINEBOT_TEST_STORE") == StorageOptions.Postgres;

    public StorageOptions Options { get; }

    public string ConnectionString => Options.ConnectionString;

    /// <summary>As the service and the command line are told.</summary>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["Storage:Provider"] = Options.Provider, ["Storage:ConnectionString"] = Options.ConnectionString,
    };

    /// <summary>On the engine that these tests run on.</summary>
    /// <param name="file">Where it is, if it is a file.</param>
    /// <param name="template">Which database it is a copy of, if it is one.</param>
    public static TestStore At(string file, string? template = null) => IsPostgres ? OfServer(template) : OfFile(file);

    /// <summary>A database of PostgreSQL whatever engine these tests run on.</summary>
    public static TestStore OfServer(string? template = null) => new(new StorageOptions
    {
        Provider = StorageOptions.Postgres, ConnectionString = template is null ? TestPostgres.Create() : TestPostgres.Create(template),
    });

    /// <summary>A file whatever engine these tests run on, for what is about files.</summary>
    public static TestStore OfFile(string file) => new(new StorageOptions { ConnectionString = $"Data Source={file}" });

    /// <summary>One number, read past the service.</summary>
    public long Count(string sql)
    {
        using var command = _source.CreateCommand(sql);
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    /// <summary>The names of its tables.</summary>
    public IReadOnlyList<string> Tables()
    {
        using var connection = Open();
        return connection.Query<string>(Options.Provider == StorageOptions.Postgres
            ? "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"
            : "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").AsList();
    }

    public DbConnection Open() => _source.OpenConnection();

    public void Dispose()
    {
        _source.Dispose();
        if (Options.Provider == StorageOptions.Postgres)
            TestPostgres.Drop(Options.ConnectionString);
    }
}
