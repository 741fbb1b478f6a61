using System.CommandLine;

namespace LineBot.Cli.Ledger;

/// <summary>What a subscription has, and why.</summary>
internal sealed class DataCommand : Command
{
    public DataCommand(Shell shell) : base("data", shell.Say("回線のデータ残量とその内訳", "What a subscription has left, and why"))
    {
        Add(new DataShowCommand(shell));
        Add(new DataExplainCommand(shell));
    }
}
