using System.Reflection;
using Dapper;

namespace LineBot.Storage;

/// <summary>
/// Plain numbered scripts, <c>NNNN_what.sql</c>, each standing in the room that owns its tables.
/// Each is applied once, in the order of its number, at start; two processes that start together wait for one another.
/// A script that was applied never changes: a later one amends it.
/// </summary>
public static class Migrations
{
    private const string Table =
        "CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY, applied_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP) STRICT;";

    /// <summary>
    /// Applies what the store lacks and returns the names of what was applied now. Scripts that the store has and this version does not know
    /// are a newer version's, which has only added to what there was.
    /// </summary>
    internal static IReadOnlyList<string> Apply(IStoreEngine engine) => Apply(engine, All().Select(name => (name, Script(name))));

    internal static IReadOnlyList<string> Apply(IStoreEngine engine, IEnumerable<(string Name, string Sql)> scripts)
    {
        using var writer = engine.OpenWriter();
        InTransaction(writer, () => Run(writer, engine.Translate(Table)));
        var has = writer.Connection.Query<string>("SELECT name FROM migrations").ToHashSet();
        var applied = new List<string>();
        foreach (var (name, sql) in scripts.Where(script => !has.Contains(script.Name)))
        {
            InTransaction(writer, () =>
            {
                // The second of two processes has waited for the first, which may have done it meanwhile.
                if (writer.Connection.Execute("INSERT INTO migrations (name) VALUES (@name) ON CONFLICT DO NOTHING", new { name }) == 0)
                    return;
                Run(writer, engine.Translate(sql));
                applied.Add(name);
            });
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
    public static IReadOnlyList<AppliedMigration> AppliedIn(StorageOptions options) => StoreEngines.Look(options, engine => engine.Applied());

    internal static string Script(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        return new StreamReader(stream).ReadToEnd();
    }

    private static void InTransaction(StoreWriter writer, Action work)
    {
        using var closing = new ManualResetEventSlim();
        writer.Begin(closing);
        try
        {
            work();
            writer.Commit();
        }
        catch when (writer.IsInTransaction)
        {
            writer.Rollback();
            throw;
        }
    }

    /// <summary>However long it takes: a large table is not changed in a moment.</summary>
    private static void Run(StoreWriter writer, string sql) => writer.Connection.Execute(sql, commandTimeout: 0);
}

/// <summary>A script that a store has.</summary>
/// <param name="AppliedAt">When it was applied, in UTC.</param>
public sealed record AppliedMigration(string Name, string AppliedAt);
