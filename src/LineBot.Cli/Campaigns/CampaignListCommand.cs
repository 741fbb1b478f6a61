using System.CommandLine;
using LineBot.Accounts;
using LineBot.Cli.Stores;

namespace LineBot.Cli.Campaigns;

internal sealed class CampaignListCommand : Verb
{
    public CampaignListCommand(Shell shell) : base(shell, "list",
        shell.Say("キャンペーンを、受付人数とともに表示する", "Show all campaigns and how many each has taken"),
        "linebot campaign list", "linebot campaign list --json")
    {
    }

    protected override async Task<int> RunAsync(ParseResult input, CancellationToken cancel)
    {
        await using var database = new Store(Shell.Settings(input), Shell).Open();
        var store = new CampaignStore();
        var all = await database.ReadAsync(
            tx => store.All(tx).Select(campaign => new Row(campaign, store.PlacesTaken(tx, campaign))).ToList(), cancel);
        Shell.ShowTable(input, all,
            ("ID", row => row.Campaign.Id),
            (Say("入り方", "entry"), row => row.Campaign.Entry == "code" ? row.Campaign.Code : row.Campaign.Entry),
            (Say("特典", "reward"), row => $"{row.Campaign.Amount} {row.Campaign.Kind}"),
            (Say("期間", "period"), row => $"{row.Campaign.StartsOn:yyyy-MM-dd}..{row.Campaign.EndsOn:yyyy-MM-dd}"),
            (Say("付与月", "month"), row => row.Campaign.GrantMonth),
            (Say("受付", "taken"), row => row.Campaign.Cap is { } cap ? $"{row.Taken}/{cap}" : $"{row.Taken}"));
        return ExitCode.Done;
    }

    private sealed record Row(Campaign Campaign, long Taken);
}
