using System.CommandLine;
using LineBot.RichMenu.Publishing;

namespace LineBot.Cli.RichMenu;

internal sealed class RichMenuApplyCommand : Verb
{
    private readonly Option<DirectoryInfo?> _folder;
    private readonly Option<string?> _plan;
    private readonly Option<bool> _noWait;

    public RichMenuApplyCommand(Shell shell) : base(shell, "apply",
        shell.Say("メニューをチャネルに公開する (変わったものだけ。途中で止まっても再実行で続きから進む)",
            "Publish the menus to the channel (only what changed; run again, it goes on where it stopped)"),
        "linebot rich-menu apply", "linebot rich-menu apply --plan 4f1c9a3e", "Line__ChannelAccessToken=TOKEN linebot rich-menu apply --no-wait")
    {
        Options.Add(_folder = MenuFolderOption.Of(shell));
        Options.Add(_plan = new("--plan")
        {
            Description = shell.Say("plan が表示した計画のときだけ実行する", "Only do what plan showed under this name"),
            HelpName = "ID",
        });
        Options.Add(_noWait = Publication.NoWait(shell));
    }

    protected override async Task<int> RunAsync(ParseResult input, CancellationToken cancel)
    {
        var menus = RichMenuCheckCommand.Faultless(input.FolderOf(_folder), Shell);
        await using var publication = Publication.Open(Shell.Settings(input), Shell);
        var plan = await publication.PlanAsync((channel, customers) => MenuPlanner.ToFolder(menus, channel, customers), cancel);
        if (input.GetValue(_plan) is { } wanted && wanted != plan.Id)
        {
            throw new TroubleException(
                Say($"計画 {wanted} は今の状態に合いません。その後、フォルダーかチャネルが変わっています。",
                    $"The plan {wanted} no longer fits: the folder or the channel has changed since."),
                Say($"今の計画は {plan.Id}", $"the plan is now {plan.Id}"), Say("linebot rich-menu plan で確認してください。", "Look at it with: linebot rich-menu plan"));
        }
        await publication.DoAsync(input, plan, input.GetValue(_noWait), () => Shell.Output.WriteLine(plan.Steps.Count == 0
            ? Say("することはありません。チャネルはフォルダーのとおりです。", "There was nothing to do: the channel is as the folder says.")
            : plan.CanBeUndone ? Say("公開しました。元に戻すには: linebot rich-menu rollback", "Published. The way back: linebot rich-menu rollback")
            : Say("初めて公開しました。前のメニューがないので、rollback で戻るものはまだありません。",
                "Published for the first time: there are no earlier menus, so rollback has nothing to go back to yet.")), cancel);
        return ExitCode.Done;
    }
}
