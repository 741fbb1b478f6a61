using System.CommandLine;

namespace LineBot.Cli.RichMenu;

/// <summary><c>--folder</c>: where the menus stand.</summary>
internal static class MenuFolderOption
{
    public static Option<DirectoryInfo> Of(Shell shell) => new("--folder")
    {
        Description = shell.Say("メニューのフォルダー (既定は ./rich-menu、なければ同梱のもの)", "The folder with the menus (default: ./rich-menu, else the one that came along)"),
        HelpName = "DIR",
        DefaultValueFactory = _ => new DirectoryInfo(
            Directory.Exists("rich-menu") ? "rich-menu" : Path.Combine(AppContext.BaseDirectory, "rich-menu")),
    };

    public static string Existing(this DirectoryInfo folder, Shell shell) => folder.Exists
        ? folder.FullName
        : throw new TroubleException(
            shell.Say("メニューのフォルダーがありません。", "There is no such folder with menus."), folder.FullName,
            shell.Say("--folder でフォルダーを指定してください。", "Name the folder with --folder."));
}
