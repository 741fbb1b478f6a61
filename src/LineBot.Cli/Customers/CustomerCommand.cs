using System.CommandLine;

namespace LineBot.Cli.Customers;

/// <summary>Personal data: what is stored of one customer, to hand out or to erase.</summary>
internal sealed class CustomerCommand : Command
{
    public CustomerCommand(Shell shell)
        : base("customer", shell.Say("お客さまの個人データの検索・連携解除・書き出し・消去", "Find, unlink, export and erase what is stored of a customer"))
    {
        Add(new CustomerFindCommand(shell));
        Add(new CustomerUnlinkCommand(shell));
        Add(new CustomerExportCommand(shell));
        Add(new CustomerEraseCommand(shell));
    }
}
