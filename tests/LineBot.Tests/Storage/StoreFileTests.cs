using LineBot.Storage;

namespace LineBot.Tests.Storage;

public sealed class StoreFileTests
{
    [Fact]
    public async Task Copies_one_moment_while_others_go_on_writing()
    {
        await using var store = new TempDatabase(isFile: true);
        await store.WriteAsync(tx =>
        {
            tx.Execute("CREATE TABLE pairs (id INTEGER PRIMARY KEY, half INTEGER NOT NULL) STRICT");
            tx.Execute("CREATE TABLE bulk (bytes BLOB NOT NULL) STRICT");
            // More than two steps of a copy.
            tx.Execute("INSERT INTO bulk (bytes) VALUES (zeroblob(40000000))");
        });
        using var folder = new TempFolder();
        var copy = new StoreFile(folder.File("copy.db"));
        var shares = new List<double>();

        await StoreFile.Of(store.ConnectionString).CopyToAsync(copy, async share =>
        {
            shares.Add(share);
            await store.WriteAsync(tx => tx.Execute("INSERT INTO pairs (half) VALUES (1), (2)"));
        });

        shares.Count.ShouldBeInRange(2, 4);
        shares.ShouldBe(shares.Order());
        copy.Inspect().ShouldSatisfyAllConditions(
            state => state.Fault.ShouldBeNull(),
            state => state.Migrations.ShouldBe(Migrations.All()));
        var copied = await folder.ReadAsync(copy, tx => tx.Get<long>("SELECT COUNT(*) FROM pairs"));
        copied.ShouldBe(0);
        (await store.Database.ReadAsync(tx => tx.Get<long>("SELECT COUNT(*) FROM pairs"))).ShouldBe(2 * shares.Count);
    }

    [Fact]
    public async Task Leaves_nothing_of_a_copy_that_was_broken_off_or_cannot_begin()
    {
        await using var store = new TempDatabase(isFile: true);
        await store.WriteAsync(tx => tx.Execute("CREATE TABLE bulk (bytes BLOB NOT NULL) STRICT"));
        await store.WriteAsync(tx => tx.Execute("INSERT INTO bulk (bytes) VALUES (zeroblob(40000000))"));
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.File("taken.db"), "mine");
        var file = StoreFile.Of(store.ConnectionString);

        await Should.ThrowAsync<OperationCanceledException>(
            file.CopyToAsync(new StoreFile(folder.File("copy.db")), _ => throw new OperationCanceledException()));
        await Should.ThrowAsync<IOException>(file.CopyToAsync(new StoreFile(folder.File("taken.db")), _ => Task.CompletedTask));

        folder.Names.ShouldBe(["taken.db"]);
        (await File.ReadAllTextAsync(folder.File("taken.db"))).ShouldBe("mine");
    }

    [Fact]
    public async Task Is_for_its_owner_alone()
    {
        if (OperatingSystem.IsWindows())
            return;
        await using var store = new TempDatabase(isFile: true);
        using var folder = new TempFolder();

        await StoreFile.Of(store.ConnectionString).CopyToAsync(new StoreFile(folder.File("copy.db")), _ => Task.CompletedTask);

        File.GetUnixFileMode(folder.File("copy.db")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }
}
