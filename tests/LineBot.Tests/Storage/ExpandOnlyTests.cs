using System.Text.RegularExpressions;
using LineBot.Storage;
using LineBot.Tests.Drivers;

namespace LineBot.Tests.Storage;

/// <summary>
/// While a new version starts, the one before goes on reading and writing the same tables: a script only adds to them. What takes something
/// away says since which version nothing uses it, which has to be an earlier one than that which brings the script.
/// </summary>
public sealed partial class ExpandOnlyTests
{
    /// <summary>Rebuilt tables before the first release: no service of an earlier version can run beside them.</summary>
    private static readonly string[] BeforeTheFirstRelease = ["0037_rewards.sql", "0050_sessions.sql", "0141_late_notices.sql"];

    public static TheoryData<string> Scripts => [.. Migrations.All().Except(BeforeTheFirstRelease)];

    [Theory]
    [MemberData(nameof(Scripts))]
    public void A_script_only_adds_or_says_since_when_nothing_uses_what_it_takes_away(string name)
    {
        var script = Migrations.Script(name);
        if (Contraction().Match(script) is { Success: true } said)
            Version.Parse(said.Groups[1].Value).ShouldBeLessThan(typeof(Migrations).Assembly.GetName().Version!);
        else
            WhatDoesNotAdd(script).ShouldBeEmpty($"{name}: see 'SQL' in CONTRIBUTING.md");
    }

    [Theory]
    [InlineData("CREATE TABLE a (id INTEGER PRIMARY KEY) STRICT; CREATE UNIQUE INDEX a_by_id ON a (id);", true)]
    [InlineData("CREATE INDEX a_by_at ON a (at) WHERE at IS NOT NULL;", true)]
    [InlineData("ALTER TABLE a ADD COLUMN at INTEGER; -- with a word; and another", true)]
    [InlineData("ALTER TABLE a ADD COLUMN kind TEXT NOT NULL DEFAULT ';' CHECK (kind IN (';', 'b'));", true)]
    [InlineData("INSERT INTO a (id) VALUES ('DROP TABLE a;');", true)]
    [InlineData("ALTER TABLE a ADD COLUMN at INTEGER NOT NULL;", false)]
    [InlineData("CREATE UNIQUE INDEX a_by_at ON a (at);", false)]
    [InlineData("ALTER TABLE a RENAME TO b;", false)]
    [InlineData("ALTER TABLE a DROP COLUMN b;", false)]
    [InlineData("DROP INDEX a_by_at;", false)]
    [InlineData("UPDATE a SET at = 0;", false)]
    [InlineData("CREATE TABLE b (id INTEGER) STRICT; DROP TABLE a;", false)]
    public void Tells_what_adds_from_what_takes_away(string script, bool adds) => WhatDoesNotAdd(script).Any().ShouldBe(!adds);

    /// <summary>A new column would make them a different statement than the one that the server has compiled, and than their reader expects.</summary>
    [Fact]
    public void Statements_name_the_columns_that_they_read()
    {
        var files = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "LineBot"), "*.cs", SearchOption.AllDirectories)
            // What is stored of a customer is told whole, whatever column a newer version has put it into.
            .Where(file => !file.EndsWith("PersonalDataStore.cs", StringComparison.Ordinal));

        files.Where(file => AllColumns().IsMatch(File.ReadAllText(file))).ShouldBeEmpty();
    }

    private static IReadOnlyList<string> WhatDoesNotAdd(string script)
    {
        var statements = Ignored().Replace(script, " ").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var made = statements.Select(statement => NewTable().Match(statement)).Where(match => match.Success).Select(match => match.Groups[1].Value).ToHashSet();
        return [.. statements.Where(statement => !Adds(statement, made))];
    }

    private static bool Adds(string statement, IReadOnlySet<string> made) =>
        NewTable().IsMatch(statement)
        || statement.StartsWith("CREATE INDEX", StringComparison.Ordinal)
        || statement.StartsWith("INSERT INTO", StringComparison.Ordinal)
        // The version before may still write two of what is to be there once.
        || (NewUniqueIndex().Match(statement) is { Success: true } index && made.Contains(index.Groups[1].Value))
        || (NewColumn().IsMatch(statement)
            && (!statement.Contains("NOT NULL", StringComparison.Ordinal) || statement.Contains("DEFAULT", StringComparison.Ordinal)));

    [GeneratedRegex(@"^-- Contracts since (\d+\.\d+\.\d+): ", RegexOptions.Multiline)]
    private static partial Regex Contraction();

    [GeneratedRegex(@"--[^\n]*|'(?:[^']|'')*'")]
    private static partial Regex Ignored();

    [GeneratedRegex(@"^CREATE TABLE (\w+)")]
    private static partial Regex NewTable();

    [GeneratedRegex(@"^CREATE UNIQUE INDEX \w+ ON (\w+)")]
    private static partial Regex NewUniqueIndex();

    [GeneratedRegex(@"^ALTER TABLE \w+ ADD COLUMN ")]
    private static partial Regex NewColumn();

    [GeneratedRegex(@"SELECT (\w+\.)?\*|RETURNING \*")]
    private static partial Regex AllColumns();
}
