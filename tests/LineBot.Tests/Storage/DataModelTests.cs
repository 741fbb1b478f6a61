using System.Text.RegularExpressions;
using Dapper;
using LineBot.Storage;
using LineBot.Tests.Drivers;
using Microsoft.Data.Sqlite;

namespace LineBot.Tests.Storage;

/// <summary>docs/data-model.md shows every table that the scripts make, and none that they do not.</summary>
public sealed partial class DataModelTests
{
    [Fact]
    public void The_page_shows_the_tables_that_there_are()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "data-model.md"));
        var shown = Entity().Matches(page).Select(match => match.Groups[1].Value).Distinct().Order();

        shown.ShouldBe(TablesAfterAllScripts().Order());
    }

    private static IEnumerable<string> TablesAfterAllScripts()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        Migrations.Apply(connection);
        return connection.Query<string>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'migrations'").ToList();
    }

    [GeneratedRegex(@"^    (\w+) \{$", RegexOptions.Multiline)]
    private static partial Regex Entity();
}
