using LineBot.Storage;
using LineBot.Tests.Drivers;
using LineBot.Tests.Storage;
using Microsoft.Data.Sqlite;

namespace LineBot.Tests.Cli;

public sealed class BackupCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task Brings_back_what_stood_when_the_copy_was_made()
    {
        await using var line = await LineTalk.StartAsync(new() { StoreIsFile = true });
        var settings = SettingsOf(line.Store.ConnectionString);
        var before = await CliRun.OfAsync(settings, line.Clock, "data", "show", "080-0000-0001", "--json");

        var backup = await CliRun.OfAsync(settings, "backup", Backup, "--json");
        await line.Phone("はな").AskTapAsync("data-remaining@1");
        var restore = await RunAsync("restore", Backup, "--json");

        (backup.ExitCode, backup.Error).ShouldBe((0, ""));
        backup.Json.GetProperty("migrations").GetInt32().ShouldBe(Migrations.All().Count);
        backup.Json.GetProperty("bytes").GetInt64().ShouldBe(new FileInfo(Backup).Length);
        (restore.ExitCode, restore.Error).ShouldBe((0, ""));
        restore.Json.GetProperty("aside").GetString().ShouldBeNull();
        restore.Json.GetProperty("lacking").GetArrayLength().ShouldBe(0);
        _folder.Names.ShouldBe(["backup.db", "store.db"]);
        var after = await CliRun.OfAsync(Settings, line.Clock, "data", "show", "080-0000-0001", "--json");
        after.Output.ShouldBe(before.Output);
        (await _folder.ReadAsync(new StoreFile(Store), tx => tx.Get<long>("SELECT COUNT(*) FROM inbox"))).ShouldBe(0);
        line.Count("SELECT COUNT(*) FROM inbox").ShouldBe(1);
    }

    [Fact]
    public async Task Overwrites_a_file_only_when_told()
    {
        await MigrateAsync();
        await File.WriteAllTextAsync(Backup, "an older copy");

        var refused = await RunAsync("backup", Backup);
        var kept = await File.ReadAllTextAsync(Backup);
        var replaced = await RunAsync("backup", Backup, "--replace");

        refused.ExitCode.ShouldBe(1);
        refused.Error.ShouldContain("--replace");
        kept.ShouldBe("an older copy");
        replaced.ExitCode.ShouldBe(0);
        replaced.Output.ShouldContain("It was read again and is whole.");
        new StoreFile(Backup).Inspect().Fault.ShouldBeNull();
    }

    [Fact]
    public async Task Says_where_a_copy_cannot_go_and_leaves_nothing_there()
    {
        await MigrateAsync();

        var itself = await RunAsync("backup", Store, "--replace");
        var folder = await RunAsync("backup", _folder.Path);
        var nowhere = await RunAsync("backup", _folder.File("no/such/copy.db"));
        var noRoom = await RunAsync("backup", "/dev/null/copy.db");
        var noStore = await CliRun.OfAsync(SettingsOf($"Data Source={_folder.File("none.db")}"), "backup", Backup);

        itself.Error.ShouldContain("the store itself");
        folder.Error.ShouldContain("is a folder");
        nowhere.Error.ShouldContain("no such folder");
        noRoom.Error.ShouldContain("no such folder");
        noStore.Error.ShouldContain("no store there");
        new[] { itself, folder, nowhere, noRoom, noStore }.ShouldAllBe(run => run.ExitCode == 1 && run.Error.Contains("next: "));
        _folder.Names.ShouldAllBe(name => name.StartsWith("store.db"));
    }

    [Fact]
    public async Task Copies_a_store_that_an_older_version_left()
    {
        await MigrateAsync();
        Run(Store, $"DELETE FROM migrations WHERE name = '{Migrations.All()[^1]}'");

        var backup = await RunAsync("backup", Backup);
        File.Delete(Store);
        var restore = await RunAsync("restore", Backup);

        backup.ExitCode.ShouldBe(0);
        restore.ExitCode.ShouldBe(0);
        restore.Output.ShouldContain($"Applied when the service starts: {Migrations.All()[^1]}");
    }

    [Fact]
    public async Task Sets_the_present_store_aside_when_told()
    {
        await MigrateAsync();
        await RunAsync("backup", Backup);
        Run(Store, "INSERT INTO probe (id, written_at) VALUES (1, 7)");

        var refused = await RunAsync("restore", Backup);
        var done = await RunAsync("restore", Backup, "--replace", "--json");

        refused.ExitCode.ShouldBe(1);
        refused.Error.ShouldContain("--replace");
        done.ExitCode.ShouldBe(0);
        var aside = done.Json.GetProperty("aside").GetString()!;
        aside.ShouldStartWith($"{Store}.before-restore-");
        Probes(aside).ShouldBe(1);
        Probes(Store).ShouldBe(0);
        _folder.Names.Count().ShouldBe(3, "no log is left beside any of the three");
    }

    [Fact]
    public async Task Leaves_a_store_alone_that_the_service_has_open()
    {
        await using var line = await LineTalk.StartAsync(new() { StoreIsFile = true });
        var settings = SettingsOf(line.Store.ConnectionString);
        await CliRun.OfAsync(settings, "backup", Backup);
        await line.Phone("はな").AskTapAsync("data-remaining@1");

        var restore = await CliRun.OfAsync(settings, "restore", Backup, "--replace");

        restore.ExitCode.ShouldBe(1);
        restore.Error.ShouldContain("in use");
        restore.Error.ShouldContain("Stop the service");
        line.Count("SELECT COUNT(*) FROM inbox").ShouldBe(1);
        var store = new SqliteConnectionStringBuilder(line.Store.ConnectionString).DataSource;
        Directory.GetFiles(Path.GetDirectoryName(store)!, "*restore*").ShouldBeEmpty();
        Directory.GetFiles(Path.GetDirectoryName(store)!, ".*.part").ShouldBeEmpty();
    }

    [Fact]
    public async Task Takes_the_place_of_a_store_that_cannot_be_read_any_more()
    {
        await MigrateAsync();
        await RunAsync("backup", Backup);
        await File.WriteAllTextAsync(Store, new string('x', 5_000));
        await File.WriteAllTextAsync(Store + "-wal", "its log");

        var restore = await RunAsync("restore", Backup, "--replace", "--json");

        restore.ExitCode.ShouldBe(0);
        var aside = restore.Json.GetProperty("aside").GetString()!;
        (await File.ReadAllTextAsync(aside)).ShouldStartWith("xxx");
        (await File.ReadAllTextAsync(aside + "-wal")).ShouldBe("its log");
        File.Exists(Store + "-wal").ShouldBeFalse();
        new StoreFile(Store).Inspect().Fault.ShouldBeNull();
    }

    [Fact]
    public async Task Restores_nothing_that_is_no_whole_store_of_this_version()
    {
        await MigrateAsync();
        foreach (var name in new[] { "newer.db", "damaged.db", "cut.db" })
            await RunAsync("backup", _folder.File(name));
        File.Delete(Store);
        Run(_folder.File("newer.db"), "INSERT INTO migrations (name) VALUES ('9999_from_the_future.sql')");
        var bytes = await File.ReadAllBytesAsync(_folder.File("damaged.db"));
        bytes.AsSpan(3 * 4_096, 4 * 4_096).Fill(0xAB);
        await File.WriteAllBytesAsync(_folder.File("damaged.db"), bytes);
        await File.WriteAllBytesAsync(_folder.File("cut.db"), bytes[..(bytes.Length / 2)]);
        await File.WriteAllTextAsync(_folder.File("text.db"), new string('x', 5_000));
        Run(_folder.File("other.db"), "CREATE TABLE songs (title TEXT)");

        (string File, string Sentence)[] cases =
        [
            ("newer.db", "newer version"), ("damaged.db", "damaged"), ("cut.db", "damaged"), ("text.db", "no store of LineBot"),
            ("other.db", "no store of LineBot"), ("none.db", "no such file"),
        ];
        foreach (var (file, sentence) in cases)
        {
            var run = await RunAsync("restore", _folder.File(file));
            run.ExitCode.ShouldBe(1, file);
            run.Error.ShouldContain(sentence, customMessage: file);
            run.Error.ShouldContain("next: ");
        }
        (await RunAsync("restore", Store)).Error.ShouldContain("no such file");
        _folder.Names.Where(name => !name.StartsWith("store.db-", StringComparison.Ordinal)).ShouldBe(["cut.db", "damaged.db", "newer.db", "other.db", "text.db"]);
    }

    public void Dispose() => _folder.Dispose();

    private string Store => _folder.File("store.db");

    private string Backup => _folder.File("backup.db");

    private Dictionary<string, string> Settings => SettingsOf($"Data Source={Store}");

    private static Dictionary<string, string> SettingsOf(string connectionString) => new() { ["Storage:ConnectionString"] = connectionString };

    private Task<CliRun> RunAsync(params string[] args) => CliRun.OfAsync(Settings, args);

    private async Task MigrateAsync() => (await RunAsync("migrate")).ExitCode.ShouldBe(0);

    private static long Probes(string file) => Convert.ToInt64(Run(file, "SELECT COUNT(*) FROM probe"), System.Globalization.CultureInfo.InvariantCulture);

    private static object? Run(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
