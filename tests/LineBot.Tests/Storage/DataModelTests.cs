using System.Text.RegularExpressions;
using LineBot.Storage;
using LineBot.Tests.Drivers;

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
        using var folder = new TempFolder();
        using var store = TestStore.OfFile(folder.File("store.db"));
        using (var engine = StoreEngines.Of(store.Options))
            Migrations.Apply(engine);
        return store.Tables().Where(table => table != "migrations");
    }

    [GeneratedRegex(@"^    (\w+) \{$", RegexOptions.Multiline)]
    private static partial Regex Entity();
}
