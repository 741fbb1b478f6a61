using System.CommandLine;
using LineBot.RichMenu.Publishing;

namespace LineBot.Cli.RichMenu;

internal sealed class RichMenuRollbackCommand : Verb
{
    private readonly Option<bool> _dryRun;
    private readonly Option<bool> _noWait;

    public RichMenuRollbackCommand(Shell shell) : base(shell, "rollback",
        shell.Say("直前の apply の前のメニューに戻す (途中で止まった apply も取り消せる)",
            "Bring back the menus from before the last apply, also from before one that stopped half-way"),
        "linebot rich-menu rollback --dry-run", "linebot rich-menu rollback")
    {
        Options.Add(_dryRun = new("--dry-run")
        {
            Description = shell.Say("何をするかだけ表示する", "Only show what would be done"),
        });
        Options.Add(_noWait = Publication.NoWait(shell));
    }

    protected override async Task<int> RunAsync(ParseResult input, CancellationToken cancel)
    {
        await using var publication = Publication.Open(Shell.Settings(input), Shell);
        if (await publication.PlanAsync(MenuPlanner.Back, cancel) is not { Steps.Count: > 0 } plan)
        {
            throw new TroubleException(
                Say("戻すメニューがありません。", "There are no menus to go back to."),
                Say("直前の apply の前に 8 件がそろって公開されていなかったか、すでに戻しています。",
                    "Before the last apply the eight menus were not all there, or they are back already."),
                Say("前の版のフォルダーから linebot rich-menu apply を実行してください。", "Check out the older folder, then run: linebot rich-menu apply"));
        }
        if (input.GetValue(_dryRun))
        {
            publication.Show(input, plan, plan.Steps, () => Shell.Output.WriteLine(Say("--dry-run のため、何も変えていません。", "Nothing was changed (--dry-run).")));
            return ExitCode.Done;
        }
        await publication.DoAsync(input, plan, input.GetValue(_noWait), () => Shell.Output.WriteLine(Say(
            "戻しました。フォルダーのメニューを再び公開するには: linebot rich-menu apply",
            "The menus from before are back. To publish those of the folder again: linebot rich-menu apply")), cancel);
        return ExitCode.Done;
    }
}
