using System.CommandLine;

namespace LineBot.Cli.Doctor;

/// <summary>All that is found, told as it is found.</summary>
internal sealed class Report(Shell shell)
{
    private const int StateWidth = 9;
    private const int SubjectWidth = 11;

    /// <returns>The exit code: failed where something is wrong.</returns>
    public async Task<int> TellAsync(ParseResult input, Settings settings, CancellationToken cancel)
    {
        await using var examination = new Examination(settings, shell, cancel);
        var findings = new List<Finding>();
        foreach (var check in Checks.All(examination))
        {
            await foreach (var finding in check.LookAsync())
            {
                findings.Add(finding);
                if (!shell.WantsJson(input))
                    Tell(finding, shell.Output);
            }
        }
        shell.Show(input, findings, () => shell.Output.WriteLine(Summary(findings)));
        return findings.Any(finding => finding.State == FindingState.Wrong) ? ExitCode.Failed : ExitCode.Done;
    }

    public void Tell(Finding finding, TextWriter to)
    {
        var indent = new string(' ', StateWidth + SubjectWidth);
        Tell($"{Word(finding.State)}{finding.Subject.PadRight(SubjectWidth)}", finding.What);
        if (finding.Why is not null)
            Tell(indent, $"{shell.Say("理由", "why")}: {finding.Why}");
        if (finding.Next is not null)
            Tell(indent, $"{shell.Say("次に", "next")}: {finding.Next}");

        // A pipe gets each sentence on a line of its own.
        void Tell(string head, string sentence) => to.WriteLine(head + (Shell.WidthOf(to) is { } width && width > 2 * indent.Length
            ? string.Join($"\n{indent}", Shell.Folded(sentence, width - indent.Length))
            : sentence));
    }

    /// <summary>As wide in both languages: a letter of Japanese takes two places.</summary>
    private string Word(FindingState state) => state switch
    {
        FindingState.Ok => shell.Say("正常     ", "ok       "),
        FindingState.Advice => shell.Say("助言     ", "advice   "),
        FindingState.Wrong => shell.Say("異常     ", "WRONG    "),
        _ => shell.Say("不明     ", "unknown  "),
    };

    private string Summary(IReadOnlyList<Finding> findings)
    {
        int Count(FindingState state) => findings.Count(finding => finding.State == state);
        return shell.Say(
            $"正常 {Count(FindingState.Ok)}、助言 {Count(FindingState.Advice)}、異常 {Count(FindingState.Wrong)}、不明 {Count(FindingState.Unknown)}",
            $"{Count(FindingState.Ok)} ok, {Count(FindingState.Advice)} advice, {Count(FindingState.Wrong)} wrong, {Count(FindingState.Unknown)} unknown");
    }
}
