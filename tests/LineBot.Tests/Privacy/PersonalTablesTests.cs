using LineBot.Privacy;
using LineBot.Tests.Drivers;
using LineBot.Tests.Storage;

namespace LineBot.Tests.Privacy;

public sealed class PersonalTablesTests : IAsyncDisposable
{
    private readonly TempDatabase _store = new(isFile: true);

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task Every_table_is_considered()
    {
        var tables = await _store.WriteAsync(tx => tx.Query<string>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"));

        PersonalTables.All.Select(table => table.Name).Concat(PersonalTables.Others.Keys).ShouldBe(tables, ignoreOrder: true);
    }

    /// <summary>Approving a change here means to have looked at whether the column is cleared by erasing, kept out of exports, and told in docs/personal-data.md.</summary>
    [Fact]
    public async Task Every_column_of_a_personal_table_is_considered()
    {
        var columns = await _store.WriteAsync(tx => PersonalTables.All.Select(table =>
            $"{table.Name}: {string.Join(", ", tx.Query<string>("SELECT name FROM pragma_table_info(@Name) ORDER BY cid", new { table.Name }))}").Order(StringComparer.Ordinal).ToList());

        Snapshot.MatchText(string.Join('\n', columns) + "\n");
    }

    [Fact]
    public void Every_personal_table_is_told_of_in_the_docs()
    {
        var docs = File.ReadAllText(Path.Combine(Repository.Root, "docs", "personal-data.md"));

        foreach (var table in PersonalTables.All)
            docs.ShouldContain($"`{table.Name}`");
    }
}
