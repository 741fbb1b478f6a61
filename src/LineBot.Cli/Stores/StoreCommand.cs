using System.CommandLine;

namespace LineBot.Cli.Stores;

/// <summary>The store as a whole, from one engine to another.</summary>
internal sealed class StoreCommand : Command
{
    public StoreCommand(Shell shell) : base("store", shell.Say("データベースの移行", "Move the store")) => Add(new StoreCopyCommand(shell));
}
