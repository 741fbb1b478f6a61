using System.CommandLine;
using LineBot.RichMenu.Publishing;

namespace LineBot.Cli.RichMenu;

internal sealed class RichMenuStatusCommand : Verb
{
    private readonly Option<DirectoryInfo?> _folder;

    public RichMenuStatusCommand(Shell shell) : base(shell, "status",
        shell.Say("フォルダーとチャネルの違いを表示する (違いがあれば終了コード 1)",
            "Show where the channel differs from the folder (exit code 1 where it does)"),
        "linebot rich-menu status", "linebot rich-menu status --json") =>
        Options.Add(_folder = MenuFolderOption.Of(shell));

    protected override async Task<int> RunAsync(ParseResult input, CancellationToken cancel)
    {
        var menus = input.FolderOf(_folder).Read(Shell);
        using var channel = Channel.Of(Shell.Settings(input));
        var rows = MenuStatus.Of(menus, await ChannelMenus.ReadAsync(channel.Line, cancel));
        var words = new PlanWords(Shell);
        Shell.ShowTable(input, rows,
            (Say("メニュー", "menu"), row => row.Menu),
            (Say("状態", "state"), row => Sentence(row, words)),
            ("richMenuId", row => row.RichMenuId));
        return rows.All(row => row.State is MenuState.Current or MenuState.Kept) ? ExitCode.Done : ExitCode.Failed;
    }

    private string Sentence(MenuStatus row, PlanWords words) => row.State switch
    {
        MenuState.Current => Say("最新", "current"),
        MenuState.Outdated => words.Difference(row.Differs) is { Length: > 0 } differs
            ? Say($"{differs} (apply で更新)", $"{differs}; apply replaces it")
            : Say("別のメニュー (apply で更新)", "another menu; apply replaces it"),
        MenuState.Forged => Say("手作業で作られた同名の別物 (apply で更新)", "made by hand: same name, another content; apply replaces it"),
        MenuState.Missing => Say("未公開 (apply で公開)", "missing; apply publishes it"),
        MenuState.Changing => Say("切り替えの途中 (apply で続行、rollback で取り消し)", "a change stopped half-way; apply goes on, rollback undoes it"),
        MenuState.Kept => Say("控え (rollback で戻る)", "kept for rollback"),
        _ => Say("旧メニュー (apply で削除)", "old; apply removes it"),
    };
}
