using System.CommandLine;

namespace LineBot.Cli.Applications;

/// <summary>The operators' side of 追加申込, by hand.</summary>
internal sealed class ApplicationCommand : Command
{
    public ApplicationCommand(Shell shell)
        : base("application", shell.Say("お申し込みの一覧・表示・承認・お断り", "List, read, approve and decline applications"))
    {
        Add(new ApplicationListCommand(shell));
        Add(new ApplicationShowCommand(shell));
        Add(new ApplicationApproveCommand(shell));
        Add(new ApplicationDeclineCommand(shell));
    }
}
