using System.CommandLine;

namespace LineBot.Cli.Campaigns;

/// <summary>What was granted, for the systems that book it.</summary>
internal sealed class RewardsCommand : Command
{
    public RewardsCommand(Shell shell)
        : base("rewards", shell.Say("付与済み特典の書き出し", "Export rewards that were granted")) =>
        Add(new RewardsExportCommand(shell));
}
