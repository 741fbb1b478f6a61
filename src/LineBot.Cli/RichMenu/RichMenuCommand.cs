using System.CommandLine;

namespace LineBot.Cli.RichMenu;

/// <summary>The menus as code: their definitions and pictures, and what stands on the channel.</summary>
internal sealed class RichMenuCommand : Command
{
    public RichMenuCommand(Shell shell)
        : base("rich-menu", shell.Say(
            "リッチメニューをファイルで管理する (render、check、plan、apply の順。戻すときは rollback)",
            "The rich menus as files: render, check, plan, apply, and the way back with rollback"))
    {
        Add(new RichMenuCheckCommand(shell));
        Add(new RichMenuRenderCommand(shell));
        Add(new RichMenuPlanCommand(shell));
        Add(new RichMenuApplyCommand(shell));
        Add(new RichMenuRollbackCommand(shell));
        Add(new RichMenuStatusCommand(shell));
    }
}
