using System.CommandLine;
using LineBot.RichMenu;

namespace LineBot.Cli.RichMenu;

internal sealed class RichMenuCheckCommand : Verb
{
    private readonly Option<DirectoryInfo?> _folder;

    public RichMenuCheckCommand(Shell shell) : base(shell, "check",
        shell.Say("LINE の制限、画像、エリア、応答するハンドラー、SVG との一致を検査する",
            "Check LINE's rules, pictures, areas, the handlers behind them, and that pictures fit their drawings"),
        "linebot rich-menu check", "linebot rich-menu check --folder my-menus --json") =>
        Options.Add(_folder = MenuFolderOption.Of(shell));

    protected override Task<int> RunAsync(ParseResult input, CancellationToken cancel)
    {
        var menus = input.FolderOf(_folder).Read(Shell);
        var faults = Faults(menus).Select(fault => new Row(fault.Place, fault.In(Shell.Tongue))).ToList();
        Shell.Show(input, faults, () =>
        {
            foreach (var fault in faults)
                Shell.Output.WriteLine($"{fault.Place}: {fault.Problem}");
            Shell.Output.WriteLine(faults.Count == 0
                ? Say($"問題ありません (メニュー {menus.Menus.Count} 件)。", $"All is well with {menus.Menus.Count} menus.")
                : Say($"問題が {faults.Count} 件あります。", $"Problems found: {faults.Count}."));
        });
        return Task.FromResult(faults.Count == 0 ? ExitCode.Done : ExitCode.Failed);
    }

    /// <exception cref="TroubleException">The menus have faults, or cannot be read.</exception>
    internal static MenuFolder Faultless(DirectoryInfo folder, Shell shell)
    {
        var menus = folder.Read(shell);
        return Faults(menus) is not [var fault, ..] ? menus : throw new TroubleException(
            shell.Say($"メニューに問題があるため公開しません: {fault.Japanese}", $"Nothing is published while the menus have problems: {fault.English}"),
            fault.Place, shell.Say("linebot rich-menu check で全件を確認してください。", "See all of them with: linebot rich-menu check"));
    }

    private static IReadOnlyList<MenuFault> Faults(MenuFolder menus) =>
        [.. MenuChecks.Of(menus, OwnedActions.All()), .. ArtworkChecks.Of(menus.Path)];

    private sealed record Row(string Place, string Problem);
}
