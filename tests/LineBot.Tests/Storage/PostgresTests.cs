using System.Data.Common;
using Dapper;
using LineBot.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace LineBot.Tests.Storage;

/// <summary>What PostgreSQL has to be made to do so that the stores need not know it from SQLite.</summary>
public sealed class PostgresTests
{
    private const string Pid = "SELECT pg_backend_pid()";

    /// <summary>What only nodes that share a store look for.</summary>
    private static readonly string[] ForNodes = ["inbox_lane", "outbox_lane"];

    [PostgresFact]
    public void Has_the_tables_and_columns_that_SQLite_has()
    {
        using var folder = new TempFolder();
        using var file = TestStore.OfFile(folder.File("store.db"));
        using (var engine = StoreEngines.Of(file.Options))
            Migrations.Apply(engine);
        using var server = TestStore.OfServer();

        Columns(server, "SELECT table_name || '.' || column_name FROM information_schema.columns WHERE table_schema = 'public'")
            .ShouldBe(Columns(file, "SELECT t.name || '.' || c.name FROM sqlite_master t JOIN pragma_table_info(t.name) c WHERE t.type = 'table'"));
        Columns(server, "SELECT indexname FROM pg_indexes WHERE schemaname = 'public' AND indexname NOT LIKE '%_pkey' AND indexname NOT LIKE '%_key'")
            .ShouldBe([.. Columns(file, "SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL").Concat(ForNodes).Order(StringComparer.Ordinal)]);
    }

    [PostgresFact]
    public async Task What_one_node_reads_before_it_writes_no_other_node_changes()
    {
        using var store = TestStore.OfServer();
        await using var one = Node(store);
        await using var other = Node(store);
        await one.WriteAsync(tx => tx.Execute("CREATE TABLE counter (number INTEGER NOT NULL)"));
        await one.WriteAsync(tx => tx.Execute("INSERT INTO counter VALUES (0)"));

        await Task.WhenAll(Enumerable.Range(0, 400).Select(i => (i % 2 == 0 ? one : other).WriteAsync(tx =>
        {
            var number = tx.Get<int>("SELECT number FROM counter");
            tx.Execute("UPDATE counter SET number = @next", new { next = number + 1 });
        })));

        store.Count("SELECT number FROM counter").ShouldBe(400);
    }

    [PostgresFact]
    public async Task A_node_that_loses_its_connection_in_the_middle_leaves_nothing_behind_and_holds_nobody_up()
    {
        using var store = TestStore.OfServer();
        await using var one = Node(store);
        await using var other = Node(store);
        await one.WriteAsync(tx => tx.Execute("CREATE TABLE notes (text TEXT NOT NULL)"));
        using var goOn = new SemaphoreSlim(0);
        var inside = new TaskCompletionSource<long>();

        var lost = one.WriteAsync(tx =>
        {
            tx.Execute("INSERT INTO notes VALUES ('lost')");
            inside.SetResult(tx.Get<long>(Pid));
            goOn.Wait();
            tx.Execute("INSERT INTO notes VALUES ('lost as well')");
        });
        End(store, await inside.Task);
        await other.WriteAsync(tx => tx.Execute("INSERT INTO notes VALUES ('kept')"));
        goOn.Release();

        await Should.ThrowAsync<StoreUnavailableException>(lost);
        await one.WriteAsync(tx => tx.Execute("INSERT INTO notes VALUES ('kept too')"));
        (await one.ReadAsync(tx => tx.Query<string>("SELECT text FROM notes ORDER BY text"))).ShouldBe(["kept", "kept too"]);
    }

    [PostgresFact]
    public async Task A_server_that_was_restarted_between_two_writes_is_not_noticed()
    {
        using var store = TestStore.OfServer();
        await using var node = Node(store);

        End(store, await node.WriteAsync(tx => tx.Get<long>(Pid)));

        await node.WriteAsync(tx => tx.Execute("DELETE FROM inbox"));
    }

    [PostgresFact]
    public async Task A_server_that_takes_no_writes_is_unavailable_until_it_does()
    {
        using var store = TestStore.OfServer();
        await using var node = Node(store);
        var name = await node.WriteAsync(tx => tx.Get<string>("SELECT current_database()"));
        await node.WriteAsync(tx => tx.Execute($"ALTER DATABASE {name} SET default_transaction_read_only = on"));
        End(store, await node.WriteAsync(tx => tx.Get<long>(Pid)));

        await Should.ThrowAsync<StoreUnavailableException>(node.WriteAsync(tx => tx.Execute("DELETE FROM inbox")));
        await node.ReadAsync(tx => tx.Get<long>("SELECT COUNT(*) FROM inbox"));

        await using var another = Node(store, ";Options=-c default_transaction_read_only=off");
        await another.WriteAsync(tx => tx.Execute($"ALTER DATABASE {name} RESET default_transaction_read_only"));
        await node.WriteAsync(tx => tx.Execute("DELETE FROM inbox"));
    }

    [PostgresFact]
    public async Task Flags_days_instants_texts_and_lists_go_in_and_come_out_as_with_SQLite()
    {
        using var store = TestStore.OfServer();
        await using var node = Node(store);
        await node.WriteAsync(tx => tx.Execute(
            "CREATE TABLE things (id INTEGER NOT NULL, flag INTEGER NOT NULL, day TEXT NOT NULL, at INTEGER, text TEXT COLLATE \"C\" NOT NULL, bytes BYTEA NOT NULL)"));
        var day = new DateOnly(2026, 11, 30);
        var at = DateTimeOffset.UnixEpoch.AddMilliseconds(1);

        await node.WriteAsync(tx =>
        {
            tx.Execute("INSERT INTO things VALUES (@id, @flag, @day, @at, @text, @bytes)", new { id = 1, flag = true, day, at, text = "a\0b", bytes = (byte[])[0, 255] });
            tx.Execute("INSERT INTO things VALUES (@id, @flag, @day, @at, @text, @bytes)",
                new { id = 2L, flag = false, day, at = (DateTimeOffset?)null, text = "B", bytes = Array.Empty<byte>() });
        });

        await node.ReadAsync(tx =>
        {
            var thing = tx.Get<Thing>("SELECT id, flag, day, at, text, bytes FROM things WHERE flag = 1");
            (thing.Id, thing.Flag, thing.Day, thing.At, thing.Text).ShouldBe((1, true, day, at, "a\uFFFDb"));
            thing.Bytes.ShouldBe([0, 255]);
            tx.Query<long>("SELECT id FROM things WHERE id IN @ids", new { ids = (long[])[1, 2, 3] }).Count.ShouldBe(2);
            tx.Query<long>("SELECT id FROM things WHERE id IN @ids", new { ids = Array.Empty<long>() }).ShouldBeEmpty();
            tx.Query<long>("SELECT id FROM things WHERE id NOT IN @ids", new { ids = Array.Empty<long>() }).Count.ShouldBe(2);
            tx.Get<long>("SELECT SUM(id) FROM things").ShouldBe(3);
            tx.Get<bool>("SELECT EXISTS (SELECT 1 FROM things WHERE id = 3)").ShouldBeFalse();
            tx.Query<string>("SELECT text FROM things ORDER BY text").ShouldBe(["B", "a\uFFFDb"]);
            return true;
        });
    }

    private static Database Node(TestStore store, string more = "") => new(
        Options.Create(new StorageOptions { Provider = StorageOptions.Postgres, ConnectionString = store.ConnectionString + more }), NullLogger<Database>.Instance);

    private static void End(TestStore store, long pid) => store.Count($"SELECT pg_terminate_backend({pid})::int");

    private static List<string> Columns(TestStore store, string sql)
    {
        using DbConnection connection = store.Open();
        return [.. connection.Query<string>(sql).Order(StringComparer.Ordinal)];
    }

    private sealed record Thing
    {
        public required long Id { get; init; }

        public required bool Flag { get; init; }

        public required DateOnly Day { get; init; }

        public DateTimeOffset? At { get; init; }

        public required string Text { get; init; }

        public required byte[] Bytes { get; init; }
    }
}
