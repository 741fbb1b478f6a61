using LineBot.Storage;
using Microsoft.Data.Sqlite;

namespace LineBot.Tests.Storage;

public sealed class MigrationsTests : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"linebot-migrations-{Guid.NewGuid():N}.db");

    [Fact]
    public void Every_script_is_applied_once_and_in_the_order_of_its_number()
    {
        using var connection = Open();

        Migrations.Apply(connection).ShouldBe(Migrations.All());
        Migrations.Apply(connection).ShouldBeEmpty();
        Migrations.All().ShouldBe(Migrations.All().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Two_processes_that_start_together_do_each_script_once_between_them()
    {
        var applied = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            using var connection = Open();
            return Migrations.Apply(connection);
        })));

        applied.SelectMany(names => names).Order(StringComparer.Ordinal).ShouldBe(Migrations.All());
    }

    [Fact]
    public void Every_table_is_strict()
    {
        using var connection = Open();
        Migrations.Apply(connection);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main' AND strict = 0 AND name NOT LIKE 'sqlite_%'";
        using var rows = command.ExecuteReader();

        rows.Read().ShouldBeFalse(rows.HasRows ? $"{rows.GetString(0)} is not strict" : "");
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        foreach (var file in Directory.GetFiles(Path.GetTempPath(), Path.GetFileName(_file) + "*"))
            File.Delete(file);
    }

    private SqliteConnection Open() => SqliteConnections.OpenWriter($"Data Source={_file}");
}
