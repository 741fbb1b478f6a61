using System.Collections.Concurrent;
using LineBot.Storage;
using Npgsql;

namespace LineBot.Tests.Storage;

/// <summary>The PostgreSQL server of the tests, where there is one: each test has a database of its own, copied from one that has every table.</summary>
internal static class TestPostgres
{
    public const string Variable = "LINEBOT_TEST_POSTGRES";

    private static readonly ConcurrentDictionary<string, Lazy<string>> Templates = new();

    static TestPostgres() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        foreach (var template in Templates.Values)
            Drop(template.Value);
    };

    /// <summary>Where the server is, without a database; null where the tests have none.</summary>
    public static string? Server { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } server ? server : null;

    /// <summary>Makes a database with all tables, and returns how to connect to it.</summary>
    public static string Create() => Create(Template("tables", _ => { }));

    /// <summary>Makes a database that is a copy of another, to which nobody may be connected.</summary>
    public static string Create(string template)
    {
        var name = $"linebot_{Guid.NewGuid():N}";
        Run($"CREATE DATABASE {name} TEMPLATE {template}");
        return ConnectionTo(name);
    }

    /// <summary>The name of a database that is made once, with all tables and whatever <paramref name="fill"/> puts into it.</summary>
    public static string Template(string key, Action<string> fill) => Templates.GetOrAdd(key, _ => new Lazy<string>(() =>
    {
        var name = $"linebot_{Guid.NewGuid():N}";
        Run(key == "tables" ? $"CREATE DATABASE {name}" : $"CREATE DATABASE {name} TEMPLATE {Template("tables", _ => { })}");
        using (var engine = StoreEngines.Of(new StorageOptions { Provider = StorageOptions.Postgres, ConnectionString = ConnectionTo(name) }))
            Migrations.Apply(engine);
        fill(ConnectionTo(name));
        return name;
    })).Value;

    public static void Drop(string connectionTo) => Run($"DROP DATABASE IF EXISTS {Name(connectionTo)} WITH (FORCE)");

    private static string Name(string connectionTo) =>
        connectionTo.Contains('=', StringComparison.Ordinal) ? new NpgsqlConnectionStringBuilder(connectionTo).Database! : connectionTo;

    private static string ConnectionTo(string database) => new NpgsqlConnectionStringBuilder(Server) { Database = database }.ToString();

    private static void Run(string sql)
    {
        using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server) { Database = "postgres", Pooling = false }.ToString());
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 120 };
        command.ExecuteNonQuery();
    }
}
