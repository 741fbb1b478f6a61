using LineBot.Cli.RichMenu;
using LineBot.RichMenu.Publishing;

namespace LineBot.Cli.Doctor;

/// <summary>Whether customers have the menus of this folder.</summary>
internal sealed class MenusCheck(Examination on) : Check(on, "menus")
{
    public override async IAsyncEnumerable<Finding> LookAsync()
    {
        if ((await On.BotAsync()).Trouble is not null)
        {
            yield return Unknown("channel");
            yield break;
        }
        var compared = await On.AskAsync(async (channel, cancel) =>
            MenuStatus.Of(MenuFolderOption.Default().Read(On.Shell), await ChannelMenus.ReadAsync(channel.Line, cancel)));
        if (compared.Trouble is { } trouble)
        {
            yield return Unknown(trouble);
            yield break;
        }
        var menus = compared.Value!;
        var look = Say("linebot rich-menu status で違いを見て、linebot rich-menu apply で公開してください。", "See how with linebot rich-menu status, then publish with: linebot rich-menu apply");
        yield return menus.Any(menu => menu.State == MenuState.Missing)
            ? Wrong(
                Say($"公開されていないメニュー: {Names(menus, MenuState.Missing)}", $"Menus that are not published: {Names(menus, MenuState.Missing)}"),
                Say("お客さまの画面にメニューが出ません。", "Customers see no menu."), look)
            : menus.Any(menu => menu.State is not (MenuState.Current or MenuState.Kept))
                ? Advice(
                    Say("公開されているメニューが、フォルダーと違います。", "What is published differs from the folder."),
                    Say("お客さまには古いメニューが出ています。", "Customers see older menus."), look)
                : Ok(Say("すべてのメニューが公開されています。", "All menus are published and current."));
    }

    private static string Names(IEnumerable<MenuStatus> menus, MenuState state) => string.Join(", ", menus.Where(menu => menu.State == state).Select(menu => menu.Menu));
}
