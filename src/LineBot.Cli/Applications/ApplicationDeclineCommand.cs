using System.CommandLine;
using LineBot.Applications;
using LineBot.Storage;

namespace LineBot.Cli.Applications;

internal sealed class ApplicationDeclineCommand(Shell shell) : DecisionVerb(shell, "decline",
    shell.Say("申込をお断りし、申込者に知らせる", "Decline an application and tell the applicant"),
    "linebot application decline 12 --as Sato")
{
    protected override DecisionResult Decide(ParseResult input, ApplicationDesk desk, Transaction tx, long id, string operatorName) =>
        desk.Decline(tx, id, operatorName, Shell.Clock.GetUtcNow());
}
