using System.Reflection;
using Dapper;
using Microsoft.Data.Sqlite;

namespace LineBot.Storage;

/// <summary>
/// Plain numbered scripts, <c>NNNN_what.sql</c>, each standing in the room that owns its tables.
/// Each is applied once, in the order of its number, at start; two processes that start together wait for one another.
/// A script that was applied never changes: a later one amends it.
/// </summary>
public static class Migrations
{
    /// <summary>Applies what the store lacks and returns the names of what was applied now.</summary>
    public static IReadOnlyList<string> Apply(SqliteConnection connection)
    {
        Run(connection, "CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY, applied_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP) STRICT");
        var applied = new List<string>();
        foreach (var name in All())
        {
            // Immediate: the second of two processes waits here, and then sees that the first has done it.
            Run(connection, "BEGIN IMMEDIATE");
            try
            {
                if (IsNew(connection, name))
                {
                    Run(connection, Script(name));
                    applied.Add(name);
                }
                Run(connection, "COMMIT");
            }
            catch
            {
                Run(connection, "ROLLBACK");
                throw;
            }
        }
        return applied;
    }

    /// <summary>The names of all scripts in the order in which they apply.</summary>
    public static IReadOnlyList<string> All()
    {
        var names = Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToList();
        var twice = names.GroupBy(name => name[..4]).FirstOrDefault(sameNumber => sameNumber.Count() > 1);
        return twice is null ? names : throw new InvalidOperationException($"Two migrations have one number: {string.Join(", ", twice)}");
    }

    /// <summary>The scripts that a store has, oldest first, found without changing it; none where there is no store yet.</summary>
    public static IReadOnlyList<AppliedMigration> AppliedIn(string connectionString)
    {
        var file = new SqliteConnectionStringBuilder(SqliteConnections.Normalise(connectionString)) { Mode = SqliteOpenMode.ReadOnly, Pooling = false };
        if (!File.Exists(file.DataSource))
            return [];
        try
        {
            using var connection = new SqliteConnection(file.ToString());
            return AppliedIn(connection);
        }
        catch (SqliteException e)
        {
            throw new StoreUnavailableException("The store could not be read.", e);
        }
    }

    internal static IReadOnlyList<AppliedMigration> AppliedIn(SqliteConnection connection) =>
        connection.ExecuteScalar<bool>("SELECT COUNT(*) FROM sqlite_master WHERE name = 'migrations'")
            ? connection.Query<AppliedMigration>("SELECT name, applied_at FROM migrations ORDER BY name").AsList()
            : [];

    private static bool IsNew(SqliteConnection connection, string name)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO migrations (name) VALUES (@name) ON CONFLICT DO NOTHING";
        command.Parameters.AddWithValue("@name", name);
        return command.ExecuteNonQuery() == 1;
    }

    private static string Script(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        return new StreamReader(stream).ReadToEnd();
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

/// <summary>A script that a store has.</summary>
/// <param name="AppliedAt">When it was applied, in UTC.</param>
public sealed record AppliedMigration(string Name, string AppliedAt);
