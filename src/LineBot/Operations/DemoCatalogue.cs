using LineBot.Accounts;
using LineBot.Storage;

namespace LineBot.Operations;

/// <summary>The plans and options of the demo operator.</summary>
internal sealed class DemoCatalogue(PlanStore plans)
{
    private static readonly (string Id, string Volume, long Kb, int VoiceYen, int DataOnlyYen)[] Volumes =
    [
        ("500mb", "500MB", 500_000, 1100, 660),
        ("3gb", "3GB", 3_000_000, 1628, 1078),
        ("6gb", "6GB", 6_000_000, 2420, 1870),
        ("12gb", "12GB", 12_000_000, 3520, 2970),
    ];

    public void Add(Transaction tx)
    {
        var position = 0;
        foreach (var (id, volume, kb, yen, _) in Volumes)
            plans.Add(tx, PlanOf($"voice-{id}", $"音声通話 {volume}プラン", $"Voice {volume} plan", kb, true, yen, position++));
        foreach (var (id, volume, kb, _, yen) in Volumes)
            plans.Add(tx, PlanOf($"data-{id}", $"データのみ {volume}プラン", $"Data-only {volume} plan", kb, false, yen, position++));
        plans.Add(tx, OptionOf("line-free", "LINEデータフリー", "LINE data-free", 0, 0));
        plans.Add(tx, OptionOf("sns-free", "SNSデータフリー", "SNS data-free", 280, 1));
        plans.Add(tx, OptionOf("sns-music-free", "SNS音楽データフリー", "SNS and music data-free", 480, 2));
    }

    private static Plan PlanOf(string id, string ja, string en, long kb, bool hasVoice, int yen, int position) =>
        new() { Id = id, NameJa = ja, NameEn = en, DataKb = kb, HasVoice = hasVoice, MonthlyYen = yen, Position = position };

    private static PlanOption OptionOf(string id, string ja, string en, int yen, int position) =>
        new() { Id = id, NameJa = ja, NameEn = en, MonthlyYen = yen, Position = position };
}
