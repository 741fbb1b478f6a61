using LineBot.Storage;

namespace LineBot.Tests.Storage;

/// <summary>What a version to come may do to the store of this one: columns, indexes and tables that this one does not know.</summary>
internal static class NewerVersion
{
    private static IReadOnlyList<(string Name, string Sql)> Scripts(TestStore store) =>
    [
        .. store.Tables().Where(table => table != "migrations").Order(StringComparer.Ordinal).Select((table, number) => (
            $"{9_000 + number}_{table}.sql",
            $"""
             ALTER TABLE {table} ADD COLUMN newer_text TEXT;
             ALTER TABLE {table} ADD COLUMN newer_number INTEGER NOT NULL DEFAULT 7 CHECK (newer_number > 0);
             CREATE INDEX {table}_newer ON {table} (newer_number);
             """)),
        ("9999_newer.sql", "CREATE TABLE newer_things (id INTEGER PRIMARY KEY, line_user_id TEXT NOT NULL REFERENCES line_accounts (line_user_id)) STRICT;"),
    ];

    /// <summary>Applies them as a newer version does when it starts.</summary>
    public static void StartOn(TestStore store)
    {
        using var engine = StoreEngines.Of(store.Options);
        Migrations.Apply(engine);
        var scripts = Scripts(store);
        Migrations.Apply(engine, scripts).Count.ShouldBe(scripts.Count);
    }
}
