using System.CommandLine;
using LineBot.Language;
using LineBot.RichMenu;

namespace LineBot.Cli.RichMenu;

internal sealed class RichMenuStatusCommand : Verb
{
    private readonly Option<DirectoryInfo> _folder;

    public RichMenuStatusCommand(Shell shell) : base(shell, "status",
        shell.Say("フォルダーとチャネルの違いを表示する (違いがあれば終了コード 1)",
            "Show where the channel differs from the folder (exit code 1 where it does)"),
        "linebot rich-menu status", "linebot rich-menu status --json") =>
        Options.Add(_folder = MenuFolderOption.Of(shell));

    protected override async Task<int> RunAsync(ParseResult input, CancellationToken cancel)
    {
        var menus = input.GetRequiredValue(_folder).Read(Shell);
        using var channel = Channel.Of(Shell.Settings(input));
        var rows = Compare(menus, await ChannelMenus.ReadAsync(channel.Line, cancel)).ToList();
        Shell.ShowTable(input, rows,
            (Say("メニュー", "menu"), row => row.Menu),
            (Say("状態", "state"), row => Sentence(row.State)),
            ("richMenuId", row => row.RichMenuId));
        return rows.TrueForAll(row => row.State == "current") ? ExitCode.Done : ExitCode.Failed;
    }

    private static IEnumerable<Row> Compare(MenuFolder menus, ChannelMenus channel)
    {
        var current = menus.Menus.Select(menu => (menu, id: channel.Find(menu)?.RichMenuId)).ToList();
        foreach (var (menu, id) in current)
        {
            var isShown = id is not null && channel.IsBehindAlias(menu, id);
            var state = isShown ? "current" : channel.Aliases.ContainsKey(menu.Alias) ? "outdated" : "missing";
            yield return new Row(menu.Alias, state, isShown ? id : channel.Aliases.GetValueOrDefault(menu.Alias));
        }
        var wanted = current.Single(menu => menu.menu.State == LinkState.None && menu.menu.Tongue == Tongue.Japanese).id;
        var isDefault = wanted is not null && channel.DefaultId == wanted;
        yield return new Row("default", isDefault ? "current" : channel.DefaultId is null ? "missing" : "outdated", channel.DefaultId);
        foreach (var left in channel.Own.Where(stored => current.TrueForAll(menu => menu.id != stored.RichMenuId)))
            yield return new Row(left.Menu.Name, "old", left.RichMenuId);
    }

    private string Sentence(string state) => state switch
    {
        "current" => Say("最新", "current"),
        "outdated" => Say("内容が違う (apply で更新)", "differs; apply replaces it"),
        "missing" => Say("未公開 (apply で公開)", "missing; apply publishes it"),
        _ => Say("旧メニュー (apply で削除)", "old; apply removes it"),
    };

    private sealed record Row(string Menu, string State, string? RichMenuId);
}
