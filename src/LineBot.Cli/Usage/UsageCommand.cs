using System.CommandLine;

namespace LineBot.Cli.Usage;

/// <summary>What the network reported.</summary>
internal sealed class UsageCommand : Command
{
    public UsageCommand(Shell shell) : base("usage", shell.Say("通信量の取り込み", "Take in what subscriptions used")) =>
        Add(new UsageImportCommand(shell));
}
