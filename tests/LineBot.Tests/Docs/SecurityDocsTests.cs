using System.Text.RegularExpressions;
using LineBot.Tests.Drivers;

namespace LineBot.Tests.Docs;

/// <summary>The tests that docs/security.md names are there.</summary>
public sealed partial class SecurityDocsTests
{
    [Fact]
    public void Every_test_that_is_named_exists()
    {
        var named = TestName().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "security.md"))).Select(match => match.Groups[1].Value).Distinct().ToList();

        named.Count.ShouldBeGreaterThan(40);
        named.Where(name => !Exists(name)).ShouldBeEmpty();
    }

    private static bool Exists(string name)
    {
        var (type, method) = name.Split('.') switch { [var one, var two] => (one, two), var one => (one[0], null) };
        return Repository.Sources("tests").Any(file => Path.GetFileNameWithoutExtension(file) == type
            && (method is null || File.ReadAllText(file).Contains($" {method}(", StringComparison.Ordinal)));
    }

    [GeneratedRegex(@"`(\w+Tests(?:\.\w+)?)`")]
    private static partial Regex TestName();
}
