using LineBot.Inquiries;
using LineBot.Language;

namespace LineBot.Console.Talks;

/// <summary>Why an act on a talk was not done, in words.</summary>
internal static class Refusals
{
    public static string Of(DeskOutcome outcome, IReadOnlyDictionary<string, string> names, Tongue tongue) => outcome.Result switch
    {
        DeskResult.TakenByOther => tongue.Say(
            $"{NameOf(outcome, names)} さんがすでに対応しています。", $"{NameOf(outcome, names)} has it already."),
        DeskResult.Closed => tongue.Say("このお問い合わせは終了しています。", "This inquiry is closed."),
        DeskResult.NotTaken => tongue.Say("まだ誰も対応していません。先に「対応する」を押してください。", "Nobody has it yet. Take it first."),
        DeskResult.CustomerGone => tongue.Say("お客さまがアカウントをブロックしているため届きません。", "The customer has blocked the account; it would not arrive."),
        DeskResult.NotPossible => tongue.Say("いまのお客さまの状態では、その手続きは提案できません。", "The customer could not do this now, so it cannot be proposed."),
        DeskResult.NotThatText => tongue.Say("文章が空か、長すぎます。", "The text is empty or too long."),
        _ => tongue.Say("その番号のお問い合わせはありません。", "There is no inquiry of that number."),
    };

    private static string NameOf(DeskOutcome outcome, IReadOnlyDictionary<string, string> names) =>
        outcome.TakenBy is { } name ? names.GetValueOrDefault(name, name) : "?";
}
