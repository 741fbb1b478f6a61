using LineBot.Language;
using Microsoft.Extensions.Options;

namespace LineBot.Data;

/// <summary>What became of a row of usage, for the operator and the operator's systems.</summary>
public sealed class UsageWords(IOptions<DataPolicy> policy)
{
    /// <summary>The four ends that a row can come to.</summary>
    public static string EndOf(UsageVerdict verdict) => verdict switch
    {
        UsageVerdict.Booked => "booked",
        UsageVerdict.Corrected => "corrected",
        UsageVerdict.Duplicate or UsageVerdict.Outdated => "unchanged",
        _ => "refused",
    };

    /// <summary>A word that programs can rely on, or null where the end says it all.</summary>
    public static string? ReasonOf(UsageVerdict verdict) => verdict switch
    {
        UsageVerdict.Booked or UsageVerdict.Corrected or UsageVerdict.Duplicate => null,
        UsageVerdict.Outdated => "outdated",
        UsageVerdict.Conflicting => "conflicting",
        UsageVerdict.InFuture => "in-future",
        UsageVerdict.TooOld => "too-old",
        UsageVerdict.Impossible => "impossible",
        UsageVerdict.UnknownSubscription => "unknown-subscription",
        _ => "unreadable",
    };

    /// <summary>The reason as a sentence.</summary>
    /// <param name="column">The column at fault, where one is.</param>
    public string Explain(Tongue tongue, UsageVerdict verdict, string? column) => verdict switch
    {
        UsageVerdict.Outdated => tongue.Say("新しい訂正 (revision) を受け付け済みです。", "A higher revision is known already."),
        UsageVerdict.Conflicting => tongue.Say(
            "同じ revision が別の量で登録済みです。訂正するときは revision を上げてください。",
            "This revision is known with another amount. Give a correction a higher revision."),
        UsageVerdict.InFuture => tongue.Say("日本時間でまだ来ていない日です。", "That day has not begun in Japan."),
        UsageVerdict.TooOld => tongue.Say(
            $"締め切られた月です (訂正できるのは {policy.Value.CorrectableMonths} か月前まで)。",
            $"That month is closed: corrections are taken {policy.Value.CorrectableMonths} month(s) back."),
        UsageVerdict.Impossible => tongue.Say(
            $"量は 0 から {UsageReport.MostKb} KB までです。", $"An amount is 0 to {UsageReport.MostKb} KB."),
        UsageVerdict.UnknownSubscription => tongue.Say("この番号の回線はありません。", "No subscription has that phone number or id."),
        UsageVerdict.Unreadable => column is null
            ? tongue.Say("行を読めません。", "The row cannot be read.")
            : tongue.Say($"{column} を読めません。{Form(tongue, column)}", $"{column} cannot be read. {Form(tongue, column)}"),
        _ => "",
    };

    private static string Form(Tongue tongue, string column) => column switch
    {
        "subscription" => tongue.Say("080-0000-0001 か回線 ID を書いてください。", "Write 080-0000-0001, or the subscription's id."),
        "day" => tongue.Say("2026-11-30 の形で書いてください。", "Write it like 2026-11-30."),
        "used_kb" => tongue.Say("KB を整数で書いてください。", "Write KB as a whole number."),
        _ => tongue.Say("0 以上の整数を書いてください。", "Write a whole number from 0."),
    };
}
