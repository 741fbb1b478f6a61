using System.CommandLine;
using LineBot.Applications;
using LineBot.Storage;

namespace LineBot.Cli.Applications;

internal sealed class ApplicationDeclineCommand : DecisionVerb
{
    private readonly Option<string?> _reason;

    public ApplicationDeclineCommand(Shell shell) : base(shell, "decline",
        shell.Say("申込をお断りし、申込者に知らせる", "Decline an application and tell the applicant"),
        "linebot application decline 12 --as Sato", shell.Say("linebot application decline 12 --as Sato --reason 本人確認書類が読み取れませんでした。", "linebot application decline 12 --as Sato --reason \"The document could not be read.\"")) =>
        Options.Add(_reason = new("--reason")
        {
            Description = shell.Say("申込者に伝える理由", "Why, as the applicant is told"),
            HelpName = "TEXT",
        });

    protected override DecisionResult Decide(ParseResult input, ApplicationDesk desk, Transaction tx, long id, string operatorName) =>
        desk.Decline(tx, id, operatorName, Shell.Clock.GetUtcNow(), input.GetValue(_reason)?.Trim() ?? "");
}
