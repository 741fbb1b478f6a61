using LineBot.Storage;

namespace LineBot.Tests.Storage;

public sealed class DatabaseTests
{
    [Fact]
    public async Task Work_that_throws_undoes_its_own_changes_and_nobody_elses()
    {
        await using var temp = new TempDatabase();
        await temp.Database.WriteAsync(tx => tx.Execute("CREATE TABLE notes (text TEXT NOT NULL)"));

        var writes = Enumerable.Range(0, 100).Select(i => temp.Database.WriteAsync(tx =>
        {
            tx.Execute("INSERT INTO notes VALUES (@i)", new { i = $"{i}" });
            if (i % 3 == 0)
                throw new InvalidOperationException("no");
        })).ToList();
        foreach (var (write, i) in writes.Select((write, i) => (write, i)))
        {
            if (i % 3 == 0)
                await Should.ThrowAsync<InvalidOperationException>(write);
            else
                await write;
        }

        var kept = await temp.Database.ReadAsync(tx => tx.Query<string>("SELECT text FROM notes"));
        kept.Order().ShouldBe(Enumerable.Range(0, 100).Where(i => i % 3 != 0).Select(i => $"{i}").Order());
    }

    [Fact]
    public async Task What_was_to_happen_after_a_commit_happens_in_the_order_of_the_writes_and_only_for_those_that_stand()
    {
        await using var temp = new TempDatabase();
        var happened = new List<int>();

        var writes = Enumerable.Range(0, 50).Select(i => temp.Database.WriteAsync(tx =>
        {
            tx.AfterCommit(() => happened.Add(i));
            if (i % 2 == 0)
                throw new InvalidOperationException("no");
        })).ToList();
        await Task.WhenAll(writes).ContinueWith(_ => { }, TaskScheduler.Default);

        happened.ShouldBe(Enumerable.Range(0, 50).Where(i => i % 2 == 1));
    }

    [Fact]
    public async Task A_read_cannot_write()
    {
        await using var temp = new TempDatabase();

        await Should.ThrowAsync<StoreUnavailableException>(
            temp.Database.ReadAsync(tx => tx.Execute("DELETE FROM inbox")));
    }

    [Fact]
    public async Task A_broken_constraint_is_told_to_whoever_broke_it()
    {
        await using var temp = new TempDatabase();

        await Should.ThrowAsync<System.Data.Common.DbException>(temp.Database.WriteAsync(tx => tx.Execute(
            "INSERT INTO contractor_links (contract_id, line_user_id, linked_at) VALUES (99, 'U0', 0)")));
        await temp.Database.WriteAsync(tx => tx.Execute("DELETE FROM inbox"));
    }

    [Fact]
    public async Task A_full_disk_fails_the_writes_of_that_moment_and_is_forgotten_when_there_is_room_again()
    {
        await using var temp = new TempDatabase(isFile: true);
        await temp.Database.WriteAsync(tx => tx.Execute("CREATE TABLE notes (text BLOB NOT NULL) STRICT"));
        var pages = await temp.Database.WriteAsync(tx => tx.Get<long>("PRAGMA page_count"));
        await temp.Database.WriteAsync(tx => tx.Get<long>($"PRAGMA max_page_count = {pages + 2}"));

        await Should.ThrowAsync<StoreUnavailableException>(
            temp.Database.WriteAsync(tx => tx.Execute("INSERT INTO notes VALUES (@text)", new { text = new byte[100_000] })));

        // The writer has opened the file afresh, which lifts the limit as a freed disk would.
        await temp.Database.WriteAsync(tx => tx.Execute("INSERT INTO notes VALUES (@text)", new { text = new byte[100_000] }));
        (await temp.Database.ReadAsync(tx => tx.Get<long>("SELECT COUNT(*) FROM notes"))).ShouldBe(1);
    }

    [Fact]
    public async Task Nothing_is_taken_after_the_end()
    {
        var temp = new TempDatabase();
        var before = temp.Database.WriteAsync(tx => tx.Execute("DELETE FROM inbox"));
        await temp.DisposeAsync();

        await before;
        await Should.ThrowAsync<StoreUnavailableException>(temp.Database.WriteAsync(tx => tx.Execute("DELETE FROM inbox")));
    }
}
