using System.CommandLine;

namespace LineBot.Cli.Catalogue;

/// <summary>The plans and options on sale.</summary>
internal sealed class CatalogueCommand : Command
{
    public CatalogueCommand(Shell shell) : base("catalogue", shell.Say("料金プランとオプションの表示・登録", "Show and load plans and options"))
    {
        Add(new CatalogueShowCommand(shell));
        Add(new CatalogueLoadCommand(shell));
    }
}
