using LineBot.Storage;

namespace LineBot.Tests.Cli;

public sealed class MigrateCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("linebot-migrate-");

    [Fact]
    public async Task Shows_what_is_lacking_then_applies_it_once()
    {
        var look = await RunAsync("migrate", "--dry-run", "--json");
        look.ExitCode.ShouldBe(0);
        look.Json.EnumerateArray().ShouldAllBe(row => row.GetProperty("appliedAt").GetString() == null);
        File.Exists(DatabaseFile).ShouldBeFalse();

        var first = await RunAsync("migrate", "--json");
        first.ExitCode.ShouldBe(0);
        first.Json.EnumerateArray().Select(row => row.GetProperty("name").GetString()).ShouldBe(Migrations.All());
        first.Json.EnumerateArray().ShouldAllBe(row => row.GetProperty("isNew").GetBoolean());

        var second = await RunAsync("migrate", "--json");
        second.Json.EnumerateArray().ShouldAllBe(row => !row.GetProperty("isNew").GetBoolean() && row.GetProperty("appliedAt").GetString() != null);
    }

    [Theory]
    [InlineData("Storage:ConnectionString", "Data Source=/dev/null/linebot.db", "cannot be opened")]
    [InlineData("Storage:ConnectionString", "File=x;Password=geheim", "settings are wrong")]
    [InlineData("Storage:Provider", "Oracle", "settings are wrong")]
    public async Task Says_what_is_wrong_with_the_store(string key, string value, string sentence)
    {
        var run = await CliRun.OfAsync(new Dictionary<string, string>(Settings) { [key] = value }, "migrate");

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain(sentence);
        run.Error.ShouldContain("next: ");
        run.Error.ShouldNotContain("geheim");
    }

    [Fact]
    public async Task Refuses_a_file_that_is_no_store()
    {
        await File.WriteAllTextAsync(DatabaseFile, new string('x', 5_000));

        var run = await RunAsync("migrate");

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("not a database");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string DatabaseFile => Path.Combine(_folder.FullName, "linebot.db");

    private Dictionary<string, string> Settings => new() { ["Storage:ConnectionString"] = $"Data Source={DatabaseFile}" };

    private Task<CliRun> RunAsync(params string[] args) => CliRun.OfAsync(Settings, args);
}
