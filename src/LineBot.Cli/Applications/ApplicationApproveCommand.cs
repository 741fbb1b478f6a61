using System.CommandLine;
using LineBot.Applications;
using LineBot.Storage;

namespace LineBot.Cli.Applications;

internal sealed class ApplicationApproveCommand : DecisionVerb
{
    private readonly Option<string> _number;

    public ApplicationApproveCommand(Shell shell) : base(shell, "approve",
        shell.Say("申込を承認し、契約・回線・利用コードを作る", "Approve an application: contract, subscription and user code are made"),
        "linebot application approve 12 --number 080-0000-0004 --as Sato") =>
        Options.Add(_number = new("--number")
        {
            Description = shell.Say("SIMの電話番号", "The phone number that the SIM has"),
            HelpName = "080-0000-0000",
            Required = true,
        });

    protected override DecisionResult Decide(ParseResult input, ApplicationDesk desk, Transaction tx, long id, string operatorName) =>
        desk.Approve(tx, id, input.GetRequiredValue(_number), operatorName, Shell.Clock.GetUtcNow());
}
