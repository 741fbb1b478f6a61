using System.CommandLine;

namespace LineBot.Cli.RichMenu;

/// <summary>The menus as code: their definitions and pictures, and what stands on the channel.</summary>
internal sealed class RichMenuCommand : Command
{
    public RichMenuCommand(Shell shell)
        : base("rich-menu", shell.Say("リッチメニューの検査・描画・公開・復元・状態表示", "Check, draw, publish, bring back and compare the rich menus"))
    {
        Add(new RichMenuCheckCommand(shell));
        Add(new RichMenuRenderCommand(shell));
        Add(new RichMenuPlanCommand(shell));
        Add(new RichMenuApplyCommand(shell));
        Add(new RichMenuRollbackCommand(shell));
        Add(new RichMenuStatusCommand(shell));
    }
}
