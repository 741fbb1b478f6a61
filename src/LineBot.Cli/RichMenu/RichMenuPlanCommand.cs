using System.CommandLine;
using LineBot.RichMenu.Publishing;

namespace LineBot.Cli.RichMenu;

internal sealed class RichMenuPlanCommand : Verb
{
    private readonly Option<DirectoryInfo?> _folder;

    public RichMenuPlanCommand(Shell shell) : base(shell, "plan",
        shell.Say("apply がチャネルで行うことを、行わずに表示する", "Show what apply would do on the channel, and do nothing"),
        "linebot rich-menu plan", "linebot rich-menu plan --json") =>
        Options.Add(_folder = MenuFolderOption.Of(shell));

    protected override async Task<int> RunAsync(ParseResult input, CancellationToken cancel)
    {
        var menus = RichMenuCheckCommand.Faultless(input.FolderOf(_folder), Shell);
        await using var publication = Publication.Open(Shell.Settings(input), Shell);
        var plan = await publication.PlanAsync((channel, customers) => MenuPlanner.ToFolder(menus, channel, customers), cancel);
        publication.Show(input, plan, plan.Steps, () =>
        {
            Shell.Output.WriteLine(plan.Steps.Count == 0
                ? Say("することはありません。チャネルはフォルダーのとおりです。", "There is nothing to do: the channel is as the folder says.")
                : Say($"変わらないメニュー: {plan.Unchanged.Count} 件。この計画だけを実行: linebot rich-menu apply --plan {plan.Id}",
                    $"Menus that stay: {plan.Unchanged.Count}. Do exactly this with: linebot rich-menu apply --plan {plan.Id}"));
            if (publication.Customers is null && plan.Changed.Count > 0)
            {
                Shell.Output.WriteLine(Say(
                    "Storage:ConnectionString の場所にデータベースがないため、メニューを持っていないお客さまには配りません (次の友だち追加か連携のときに届きます)。",
                    "There is no store at Storage:ConnectionString, so customers who have no menu of their own get one only at their next link or follow."));
            }
        });
        return ExitCode.Done;
    }
}
