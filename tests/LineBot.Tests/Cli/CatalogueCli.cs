using LineBot.Tests.Data;

namespace LineBot.Tests.Cli;

/// <summary>Loads a small catalogue by the command that is there for it.</summary>
public static class CatalogueCli
{
    private const string Small = """
        {
          "plans": [
            { "id": "voice-500mb", "nameJa": "音声通話 500MBプラン", "nameEn": "Voice 500MB plan", "dataMb": 500, "hasVoice": true, "monthlyYen": 1100 },
            { "id": "voice-3gb", "nameJa": "音声通話 3GBプラン", "nameEn": "Voice 3GB plan", "dataMb": 3000, "hasVoice": true, "monthlyYen": 1628 },
            { "id": "data-3gb", "nameJa": "データのみ 3GBプラン", "nameEn": "Data-only 3GB plan", "dataMb": 3000, "hasVoice": false, "monthlyYen": 1078 }
          ],
          "options": [
            { "id": "line-free", "nameJa": "LINEデータフリー", "nameEn": "LINE data-free", "monthlyYen": 0 },
            { "id": "sns-free", "nameJa": "SNSデータフリー", "nameEn": "SNS data-free", "monthlyYen": 280 }
          ]
        }
        """;

    public static async Task<CliRun> LoadCatalogueAsync(this LedgerFixture ledger, DirectoryInfo folder, DateTimeOffset now, string text = Small)
    {
        // The file is read by the command alone; the store has to be there before it.
        await ledger.In(_ => { });
        var file = Path.Combine(folder.FullName, "catalogue.json");
        await File.WriteAllTextAsync(file, text);
        return await ledger.RunAsync(now, "catalogue", "load", file, "--as", "sato");
    }
}
