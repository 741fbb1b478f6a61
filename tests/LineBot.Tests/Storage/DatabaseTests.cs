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
    public async Task What_goes_wrong_in_a_statement_whose_answer_nobody_awaits_undoes_its_own_piece_of_work_alone()
    {
        const string insert = "INSERT INTO notes VALUES (@1)";
        await using var temp = new TempDatabase();
        await temp.WriteAsync(tx => tx.Execute("CREATE TABLE notes (number INTEGER NOT NULL CHECK (number >= 0))"));

        var writes = Enumerable.Range(0, 90).Select(i => temp.WriteAsync(tx =>
        {
            tx.Prepared(insert).With((long)i).ExecuteLater();
            if (i % 3 == 0)
                tx.Prepared(insert).With(-1L).ExecuteLater();
            if (i % 6 == 0)
                tx.Prepared(insert).With(1_000L + i).Execute();
            if (i % 5 == 0)
                throw new InvalidOperationException("no");
        })).ToList();
        foreach (var (write, i) in writes.Select((write, i) => (write, i)))
        {
            if (i % 3 == 0)
                (await Should.ThrowAsync<Exception>(write)).ShouldBeAssignableTo(i % 5 == 0 ? typeof(Exception) : typeof(System.Data.Common.DbException));
            else if (i % 5 == 0)
                await Should.ThrowAsync<InvalidOperationException>(write);
            else
                await write;
        }

        var kept = await temp.Database.ReadAsync(tx => tx.Query<int>("SELECT number FROM notes"));
        kept.Order().ShouldBe(Enumerable.Range(0, 90).Where(i => i % 3 != 0 && i % 5 != 0));
    }

    [Fact]
    public async Task Statements_that_wait_for_one_another_run_in_their_order_and_each_has_its_own_answer()
    {
        await using var temp = new TempDatabase();
        await temp.WriteAsync(tx => tx.Execute("CREATE TABLE notes (number INTEGER NOT NULL)"));

        await temp.WriteAsync(tx =>
        {
            var one = tx.Prepared("INSERT INTO notes VALUES (@1)").With(1L).ExecuteLater();
            using var added = tx.Prepared("INSERT INTO notes VALUES (@1), (@2) RETURNING number").With(2L, 3L).Read();
            var changed = tx.Prepared("UPDATE notes SET number = number + 10 WHERE number < @1").With(3L).ExecuteLater();
            using var nothing = tx.Prepared("SELECT number FROM notes WHERE number > @1").With(100L).Read();
            var none = tx.Prepared("DELETE FROM notes WHERE number = @1").With(100L).ExecuteLater();

            added.Read().ShouldBeTrue();
            added.GetInt64(0).ShouldBe(2);
            added.Read().ShouldBeTrue();
            nothing.Read().ShouldBeFalse();
            (one(), changed(), none()).ShouldBe((1, 2, 0));
        });
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
