namespace LineBot.Cli.Replay;

/// <summary>Tells what a replay came to.</summary>
internal sealed class ReplayReport(Shell shell)
{
    public void Print(ReplaySummary summary, IReadOnlyList<(string Chat, TalkDifference Difference)> differences, IReadOnlyList<PlacedEntry> webhooks)
    {
        if (differences.Count > 0)
            new TalkBubbles(shell, webhooks).Print(differences);
        shell.Output.WriteLine(shell.Say($"送信 {summary.Bodies} 件 (イベント {summary.Events} 件)", $"{Count(summary.Bodies, "body", "bodies")} with {Count(summary.Events, "event", "events")}"));
        foreach (var (status, count) in summary.Statuses)
            shell.Output.WriteLine($"  {status}: {count}");
        shell.Output.WriteLine($"  {summary.Milliseconds}");
        if (summary.Lost > 0)
            shell.Output.WriteLine(shell.Say($"  記録が追いつかず、欠けているもの: {summary.Lost} 件", $"  the recorder could not keep up and left out {summary.Lost}"));
        if (summary.Replies is { } replies)
        {
            shell.Output.WriteLine(shell.Say($"応答 {replies.Count} 件", $"{replies.Count} replies"));
            shell.Output.WriteLine($"  {replies.Milliseconds}");
        }
        if (summary.Differences is { Count: 0 })
            shell.Output.WriteLine(shell.Say("応答は記録と同じです。", "The answers are the recorded ones."));
    }

    private static string Count(int number, string one, string many) => number == 1 ? $"1 {one}" : $"{number} {many}";

    public TroubleException Differ(IReadOnlyList<(string Chat, TalkDifference Difference)> differences) => new(
        shell.Say($"応答が記録と {differences.Count} か所で違います。", differences.Count == 1 ? "1 answer differs from the recorded one." : $"{differences.Count} answers differ from the recorded ones."),
        differences.Select(one => one.Difference.Recorded?.Place).FirstOrDefault(place => place is not null),
        shell.Say("今回のほうが正しければ記録し直すか、記録のその部分を ⟦…⟧ にしてください。",
            "If it is right as it is now, record the talk anew, or write ⟦…⟧ in its place in the recording."));

    public TroubleException NothingToCompare() => new(
        shell.Say("記録に応答がないので、比べられません。何も送っていません。", "There are no recorded answers to compare with. Nothing was sent."), null,
        shell.Say("シミュレーターかサービス (Webhook:RecordTo) で記録したファイルを指定してください。", "Give a recording made by the simulator or by the service (Webhook:RecordTo)."));
}
