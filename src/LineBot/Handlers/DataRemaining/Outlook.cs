using LineBot.Language;

namespace LineBot.Handlers.DataRemaining;

/// <summary>One sentence on where this month's data is going.</summary>
/// <param name="Text">With the line breaks at which it reads well in a narrow bubble.</param>
/// <param name="IsGood">Nothing needs doing.</param>
internal sealed record Outlook(string Text, bool IsGood)
{
    public string OneLine => Text.ReplaceLineEndings(" ");

    public static Outlook Of(Tongue tongue, Remaining remaining)
    {
        var today = remaining.Balance.Today;
        if (remaining.Balance.IsSlow)
        {
            var next = tongue.Day(remaining.NextMonth);
            return new Outlook(
                tongue.Say(
                    $"データを使い切りました。\n{next} に通常の速度へ戻ります。プレゼントか追加があれば、すぐに戻ります。",
                    $"All data is used.\nNormal speed returns on {next}, or at once with a present or a top-up."),
                IsGood: false);
        }
        return remaining.Pace switch
        {
            null => new Outlook(tongue.Say("通常の速度でご利用いただけます。", "You are on normal speed."), true),
            { KbPerDay: 0 } => new Outlook(tongue.Say("この1週間のご利用はありません。", "No data was used in the last week."), true),
            { RunsOutOn: null } => new Outlook(tongue.Say("このペースなら 月末まで足ります", "At this pace it lasts the month"), true),
            { RunsOutOn: { } day } when day == today => new Outlook(
                tongue.Say("このペースなら\n今日のうちに使い切ります", "At this pace it runs out today"), false),
            { RunsOutOn: { } day } => new Outlook(
                tongue.Say($"このペースなら\n{day.Day}日ごろに使い切ります", $"At this pace it runs out\naround {tongue.Day(day)}"), false),
        };
    }
}
