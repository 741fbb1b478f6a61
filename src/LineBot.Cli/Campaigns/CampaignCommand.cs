using System.CommandLine;

namespace LineBot.Cli.Campaigns;

/// <summary>What customers get rewards for.</summary>
internal sealed class CampaignCommand : Command
{
    public CampaignCommand(Shell shell)
        : base("campaign", shell.Say("キャンペーンの一覧・追加・終了", "List, add and close campaigns"))
    {
        Add(new CampaignListCommand(shell));
        Add(new CampaignAddCommand(shell));
        Add(new CampaignCloseCommand(shell));
    }
}
