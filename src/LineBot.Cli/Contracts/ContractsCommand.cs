using System.CommandLine;

namespace LineBot.Cli.Contracts;

/// <summary>The customers that an operator had before.</summary>
internal sealed class ContractsCommand : Command
{
    public ContractsCommand(Shell shell)
        : base("contracts", shell.Say("既存の契約と回線の取り込み", "Take in contracts and subscriptions from another system")) =>
        Add(new ContractsImportCommand(shell));
}
