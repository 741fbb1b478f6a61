using LineBot.Accounts;
using LineBot.Storage;
using LineBot.Tests.Drivers;
using LineBot.Tests.Handlers.Linking;
using LineBot.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace LineBot.Tests.Cli;

public sealed class StoreCopyCommandTests : IDisposable
{
    private readonly TestStore? _target = TestPostgres.Server is null ? null : TestStore.OfServer();

    public void Dispose() => _target?.Dispose();

    [PostgresFact]
    public async Task Brings_every_row_over_and_counts_on_from_there()
    {
        await using var line = await LineTalk.StartAsync(new() { StoreIsFile = true });
        var before = await BusyAsync(line);

        var run = await CopyAsync(line.Store);

        (run.ExitCode, run.Error).ShouldBe((0, ""));
        run.Output.ShouldContain("Every row was compared and is the same on both sides.");
        (await CliRun.OfAsync(_target!.Settings, line.Clock, "data", "show", "080-0000-0001", "--json")).Output.ShouldBe(before);
        _target.Tables().ShouldBe(line.Store.Tables(), ignoreOrder: true);
        foreach (var table in _target.Tables().Where(table => table != "migrations"))
            _target.Count($"SELECT COUNT(*) FROM {table}").ShouldBe(line.Count($"SELECT COUNT(*) FROM {table}"), table);
        var last = line.Count("SELECT MAX(id) FROM audit_log");
        await using var database = Open();
        await database.WriteAsync(tx => new AuditStore().Write(tx, LineTalk.Noon, "system", "copied"));
        _target.Count("SELECT MAX(id) FROM audit_log").ShouldBe(last + 1);
    }

    [PostgresFact]
    public async Task Goes_on_where_a_run_was_broken_off()
    {
        await using var store = new TempDatabase(isFile: true);
        await store.WriteAsync(tx =>
        {
            for (var i = 0; i < 2_500; i++)
                new AuditStore().Write(tx, LineTalk.Noon, "system", "counted", detail: $"{i}");
        });
        using (var breaking = new CancellationTokenSource())
        {
            await using var to = Open();
            await Should.ThrowAsync<OperationCanceledException>(new CopyStore(store.Database, to).RunAsync((_, table) =>
            {
                if (table == "audit_log")
                    breaking.Cancel();
            }, breaking.Token));
        }
        var half = _target!.Count("SELECT COUNT(*) FROM audit_log");

        var run = await CopyAsync(store.Store);

        half.ShouldBeInRange(1, 2_499);
        (run.ExitCode, run.Error).ShouldBe((0, ""));
        _target.Count("SELECT COUNT(*) FROM audit_log").ShouldBe(2_500);
        _target.Tables().ShouldNotContain("copy_under_way");
    }

    [PostgresFact]
    public async Task What_was_copied_by_half_nobody_works_with_until_the_copy_is_done()
    {
        await using var store = new TempDatabase(isFile: true);
        await store.WriteAsync(tx => new AuditStore().Write(tx, LineTalk.Noon, "system", "kept"));
        using (var breaking = new CancellationTokenSource())
        {
            await using var to = Open();
            await Should.ThrowAsync<OperationCanceledException>(new CopyStore(store.Database, to).RunAsync((_, _) => breaking.Cancel(), breaking.Token));
        }

        (await Should.ThrowAsync<StoreHalfCopiedException>(LineTalk.StartAsync(new LineTalkOptions { Settings = _target!.Settings }))).Message.ShouldContain("linebot store copy");
        foreach (var verb in (string[][])[["data", "show", "080-0000-0001"], ["events", "list"]])
        {
            var refused = await CliRun.OfAsync(_target!.Settings, verb);
            refused.ExitCode.ShouldBe(1);
            refused.Error.ShouldContain("a copy that was broken off");
            refused.Error.ShouldContain("linebot store copy");
        }
        _target!.Count("SELECT COUNT(*) FROM contracts").ShouldBe(0, "the service would have filled an empty store with its demo data");

        (await CopyAsync(store.Store)).ExitCode.ShouldBe(0);
        await using var database = Open();
        (await database.ReadAsync(tx => tx.Get<string>("SELECT action FROM audit_log"))).ShouldBe("kept");
    }

    [PostgresFact]
    public async Task Finds_a_row_that_is_not_the_same()
    {
        await using var store = new TempDatabase(isFile: true);
        await store.WriteAsync(tx =>
        {
            new AuditStore().Write(tx, LineTalk.Noon, "system", "first");
            new AuditStore().Write(tx, LineTalk.Noon, "system", "second");
        });
        await using (var to = Open())
        {
            using var breaking = new CancellationTokenSource();
            await Should.ThrowAsync<OperationCanceledException>(new CopyStore(store.Database, to).RunAsync((share, _) =>
            {
                if (share >= 0.5)
                    breaking.Cancel();
            }, breaking.Token));
        }
        await store.WriteAsync(tx => tx.Execute("UPDATE audit_log SET detail = 'changed since' WHERE action = 'first'"));

        var run = await CopyAsync(store.Store);

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("audit_log");
    }

    [PostgresFact]
    public async Task Leaves_a_database_alone_that_is_in_use()
    {
        await using var store = new TempDatabase(isFile: true);
        await using (var used = Open())
            await used.WriteAsync(tx => new AccountStore().Ensure(tx, "U1", LineTalk.Noon));

        var run = await CopyAsync(store.Store);

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("Nothing was changed.");
        _target!.Count("SELECT COUNT(*) FROM line_accounts").ShouldBe(1);
        _target.Count("SELECT COUNT(*) FROM canned_answers").ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Database=no;Username=no;Timeout=2;Password=geheim", "cannot be opened")]
    [InlineData("Database=no;Password=geheim", "settings are wrong")]
    public async Task Says_what_is_wrong_with_the_target_and_no_password(string to, string sentence)
    {
        await using var store = new TempDatabase(isFile: true);

        var run = await CliRun.OfAsync(store.Store.Settings, "store", "copy", "--to", to);

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain(sentence);
        run.Error.ShouldNotContain("geheim");
    }

    private static async Task<string> BusyAsync(LineTalk line)
    {
        var mother = line.Phone("Mother");
        await mother.LinkContractorAsync();
        await mother.AskTapAsync("data-remaining@1");
        await line.SettledAsync();
        return (await CliRun.OfAsync(line.Store.Settings, line.Clock, "data", "show", "080-0000-0001", "--json")).Output;
    }

    private Task<CliRun> CopyAsync(TestStore from) => CliRun.OfAsync(from.Settings, "store", "copy", "--to", _target!.ConnectionString);

    private Database Open() => CopyStore.OpenTarget(_target!.Options, NullLogger.Instance);
}
