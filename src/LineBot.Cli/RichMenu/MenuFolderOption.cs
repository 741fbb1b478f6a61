using System.CommandLine;
using LineBot.RichMenu;

namespace LineBot.Cli.RichMenu;

/// <summary><c>--folder</c>: where the menus stand.</summary>
internal static class MenuFolderOption
{
    public static Option<DirectoryInfo?> Of(Shell shell) => new("--folder")
    {
        Description = shell.Say("メニューのフォルダー (既定は ./rich-menu、なければ同梱のもの)", "The folder with the menus (default: ./rich-menu, else the one that came along)"),
        HelpName = "DIR",
    };

    public static DirectoryInfo Default() => new(Directory.Exists("rich-menu") ? "rich-menu" : Path.Combine(AppContext.BaseDirectory, "rich-menu"));

    public static DirectoryInfo FolderOf(this ParseResult input, Option<DirectoryInfo?> option) => input.GetValue(option) ?? Default();

    public static string Existing(this DirectoryInfo folder, Shell shell) => folder.Exists
        ? folder.FullName
        : throw new TroubleException(
            shell.Say("メニューのフォルダーがありません。", "There is no such folder with menus."), folder.FullName,
            shell.Say("--folder でフォルダーを指定してください。", "Name the folder with --folder."));

    /// <exception cref="TroubleException">There is no such folder, or a file in it cannot be read as a menu.</exception>
    public static MenuFolder Read(this DirectoryInfo folder, Shell shell)
    {
        try
        {
            return MenuFolder.Load(folder.Existing(shell));
        }
        catch (MenuFolderException e)
        {
            throw new TroubleException(
                e.Faults[0].In(shell.Tongue), string.Join(", ", e.Faults.Select(fault => fault.Place)),
                shell.Say("ファイルを直してから、もう一度実行してください。", "Mend the file, then run this again."));
        }
    }
}
