using System.CommandLine;

namespace LineBot.Cli.Doctor;

internal sealed class DoctorCommand(Shell shell) : Verb(shell, "doctor",
    shell.Say("設定・チャネル・データベースがそろっているかを調べる (異常があれば終了コード 1)",
        "See whether settings, channel and store fit together (exit code 1 where something is wrong)"),
    "linebot doctor", "linebot doctor --settings /etc/linebot/linebot.env", "linebot doctor --json")
{
    private const int StateWidth = 9;
    private const int SubjectWidth = 11;

    protected override async Task<int> RunAsync(ParseResult input, CancellationToken cancel)
    {
        await using var examination = new Examination(Shell.Settings(input), Shell, cancel);
        var findings = await LookAsync(examination, Shell.WantsJson(input) ? _ => { } : Tell);
        Shell.Show(input, findings, () => Shell.Output.WriteLine(Summary(findings)));
        return findings.Any(finding => finding.State == FindingState.Wrong) ? ExitCode.Failed : ExitCode.Done;
    }

    private static async Task<IReadOnlyList<Finding>> LookAsync(Examination examination, Action<Finding> tell)
    {
        var findings = new List<Finding>();
        foreach (var check in Checks.All(examination))
        {
            await foreach (var finding in check.LookAsync())
            {
                findings.Add(finding);
                tell(finding);
            }
        }
        return findings;
    }

    private void Tell(Finding finding)
    {
        var indent = new string(' ', StateWidth + SubjectWidth);
        Shell.Output.WriteLine($"{Word(finding.State)}{finding.Subject.PadRight(SubjectWidth)}{finding.What}");
        if (finding.Why is not null)
            Shell.Output.WriteLine($"{indent}{Say("理由", "why")}: {finding.Why}");
        if (finding.Next is not null)
            Shell.Output.WriteLine($"{indent}{Say("次に", "next")}: {finding.Next}");
    }

    /// <summary>As wide in both languages: a letter of Japanese takes two places.</summary>
    private string Word(FindingState state) => state switch
    {
        FindingState.Ok => Say("正常     ", "ok       "),
        FindingState.Advice => Say("助言     ", "advice   "),
        FindingState.Wrong => Say("異常     ", "WRONG    "),
        _ => Say("不明     ", "unknown  "),
    };

    private string Summary(IReadOnlyList<Finding> findings)
    {
        int Count(FindingState state) => findings.Count(finding => finding.State == state);
        return Say(
            $"正常 {Count(FindingState.Ok)}、助言 {Count(FindingState.Advice)}、異常 {Count(FindingState.Wrong)}、不明 {Count(FindingState.Unknown)}",
            $"{Count(FindingState.Ok)} ok, {Count(FindingState.Advice)} advice, {Count(FindingState.Wrong)} wrong, {Count(FindingState.Unknown)} unknown");
    }
}
