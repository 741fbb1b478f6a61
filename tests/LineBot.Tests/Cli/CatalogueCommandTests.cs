using LineBot.Tests.Data;
using LineBot.Tests.Language;

namespace LineBot.Tests.Cli;

public sealed class CatalogueCommandTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = Tokyo.At("2027-03-10T12:00");

    private readonly LedgerFixture _ledger = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("linebot-catalogue-");

    [Fact]
    public async Task What_is_shown_can_be_loaded_and_changes_nothing()
    {
        var shown = (await _ledger.RunAsync(Now, "catalogue", "show", "--json")).Output;
        var loaded = await LoadAsync(shown);

        (loaded.ExitCode, loaded.Error).ShouldBe((0, ""));
        (await _ledger.RunAsync(Now, "catalogue", "show", "--json")).Output.ShouldBe(shown);
        (await _ledger.RunAsync(Now, "catalogue", "show")).Output.ShouldContain("3,000 MB");
    }

    [Fact]
    public async Task Adds_renames_and_takes_off_sale()
    {
        var plan = (await _ledger.RunAsync(Now, "catalogue", "show", "--json")).Json.GetProperty("plans")[0];
        var (id, mb, voice, yen) = (plan.GetProperty("id").GetString(), plan.GetProperty("dataMb").GetInt64(), plan.GetProperty("hasVoice").GetBoolean(), plan.GetProperty("monthlyYen").GetInt32());

        var run = await LoadAsync($$"""
            { "plans": [
                { "id": "voice-20gb", "nameJa": "音声通話 20GBプラン", "nameEn": "Voice 20GB plan", "dataMb": 20000, "hasVoice": true, "monthlyYen": 4180 },
                { "id": "{{id}}", "nameJa": "旧プラン", "nameEn": "Old plan", "dataMb": {{mb}}, "hasVoice": {{(voice ? "true" : "false")}}, "monthlyYen": {{yen}}, "isOffered": false }
              ],
              "options": [] }
            """);

        run.Output.ShouldBe("Loaded: 2 plans, 0 options\n");
        await _ledger.In(tx =>
        {
            tx.Get<string>($"SELECT name_ja FROM plans WHERE id = '{id}' AND is_offered = 0").ShouldBe("旧プラン");
            tx.Get<long>("SELECT data_kb FROM plans WHERE id = 'voice-20gb' AND is_offered = 1 AND position = 0").ShouldBe(20_000_000);
            tx.Get<long>("SELECT COUNT(*) FROM audit_log WHERE action = 'catalogue-loaded' AND actor = 'operator:sato'").ShouldBe(2);
        });
    }

    [Fact]
    public async Task Refuses_another_price_for_what_is_known_and_changes_nothing()
    {
        var shown = (await _ledger.RunAsync(Now, "catalogue", "show", "--json")).Output;
        var yen = (await _ledger.RunAsync(Now, "catalogue", "show", "--json")).Json.GetProperty("plans")[0].GetProperty("monthlyYen").GetInt32();

        var run = await LoadAsync(shown.Replace($"\"monthlyYen\": {yen},", $"\"monthlyYen\": {yen + 1},", StringComparison.Ordinal));

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("Give the new one another id");
        (await _ledger.RunAsync(Now, "catalogue", "show", "--json")).Output.ShouldBe(shown);
    }

    [Theory]
    [InlineData("{", "line 1")]
    [InlineData("null", "cannot be understood")]
    [InlineData("""{ "plans": [], "options": [] }""", "nothing is in it")]
    [InlineData("""{ "plans": [{ "id": "a", "nameJa": "", "nameEn": "A", "dataMb": 1, "hasVoice": true, "monthlyYen": 1 }], "options": [] }""", "a: it needs both names")]
    [InlineData("""{ "plans": [], "options": [{ "id": "a", "nameJa": "あ", "nameEn": "A", "monthlyYen": -1 }] }""", "a price from 0")]
    [InlineData("""{ "plans": [], "options": [{ "id": "a", "nameJa": "あ", "nameEn": "A", "monthlyYen": 1 }, { "id": "a", "nameJa": "あ", "nameEn": "A", "monthlyYen": 1 }] }""", "a is in it twice")]
    [InlineData("""{ "plans": [{ "id": "a", "price": 3 }], "options": [] }""", "$.plans[0]")]
    public async Task Says_what_is_wrong_with_the_file(string text, string said)
    {
        var run = await LoadAsync(text);

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain(said);
    }

    public Task InitializeAsync() => _ledger.LoadCatalogueAsync(_folder, Now);

    public async Task DisposeAsync()
    {
        await _ledger.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private Task<CliRun> LoadAsync(string text) => _ledger.LoadCatalogueAsync(_folder, Now, text);
}
