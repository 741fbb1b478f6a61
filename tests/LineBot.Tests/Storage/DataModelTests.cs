using System.Text.RegularExpressions;
using LineBot.Storage;

namespace LineBot.Tests.Storage;

/// <summary>docs/data-model.md shows every table that the scripts make, and none that they do not.</summary>
public sealed partial class DataModelTests
{
    [Fact]
    public void The_page_shows_the_tables_that_there_are()
    {
        var page = File.ReadAllText(Path.Combine(Root(), "docs", "data-model.md"));
        var shown = Entity().Matches(page).Select(match => match.Groups[1].Value).Distinct().Order();

        shown.ShouldBe(TablesOfScripts().Order());
    }

    private static IEnumerable<string> TablesOfScripts() => Migrations.All()
        .Select(name => typeof(Migrations).Assembly.GetManifestResourceStream(name)!)
        .SelectMany(script => Table().Matches(new StreamReader(script).ReadToEnd()))
        .Select(match => match.Groups[1].Value)
        .Distinct();

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "LineBot.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("No LineBot.sln above the tests.");
        return folder.FullName;
    }

    [GeneratedRegex(@"^    (\w+) \{$", RegexOptions.Multiline)]
    private static partial Regex Entity();

    [GeneratedRegex(@"CREATE (?:VIRTUAL )?TABLE (\w+)")]
    private static partial Regex Table();
}
