using LineBot.Storage;

namespace LineBot.Tests.Storage;

public sealed class MigrationsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void Every_script_is_applied_once_and_in_the_order_of_its_number()
    {
        using var engine = Engine();

        Migrations.Apply(engine).ShouldBe(Migrations.All());
        Migrations.Apply(engine).ShouldBeEmpty();
        Migrations.All().ShouldBe(Migrations.All().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Two_processes_that_start_together_do_each_script_once_between_them()
    {
        var applied = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            using var engine = Engine();
            return Migrations.Apply(engine);
        })));

        applied.SelectMany(names => names).Order(StringComparer.Ordinal).ShouldBe(Migrations.All());
    }

    [Fact]
    public void Every_table_is_strict()
    {
        using var store = TestStore.OfFile(_folder.File("store.db"));
        using var engine = Engine();
        Migrations.Apply(engine);
        using var connection = store.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main' AND strict = 0 AND name NOT LIKE 'sqlite_%'";
        using var rows = command.ExecuteReader();

        rows.Read().ShouldBeFalse(rows.HasRows ? $"{rows.GetString(0)} is not strict" : "");
    }

    public void Dispose() => _folder.Dispose();

    private IStoreEngine Engine() => StoreEngines.Of(new StorageOptions { ConnectionString = $"Data Source={_folder.File("store.db")}" });
}
