using System.CommandLine;
using LineBot.RichMenu;

namespace LineBot.Cli.RichMenu;

internal sealed class RichMenuRenderCommand : Verb
{
    private readonly Option<DirectoryInfo?> _folder;
    private readonly Option<bool> _all;

    public RichMenuRenderCommand(Shell shell) : base(shell, "render",
        shell.Say("template から SVG を描き、PNG にする (rsvg-convert と Noto CJK フォントが必要)",
            "Draw the SVGs from the template and turn them into PNGs (needs rsvg-convert and the Noto CJK fonts)"),
        "linebot rich-menu render", "linebot rich-menu render --folder my-menus --all")
    {
        Options.Add(_folder = MenuFolderOption.Of(shell));
        Options.Add(_all = new("--all")
        {
            Description = shell.Say("変わっていないものも描き直す", "Also redraw what has not changed"),
        });
    }

    protected override async Task<int> RunAsync(ParseResult input, CancellationToken cancel)
    {
        var folder = input.FolderOf(_folder).Existing(Shell);
        var record = new RenderedRecord(folder);
        var rows = new List<Row>();
        var drawings = Drawings(folder);
        var stale = drawings.Where(one => input.GetValue(_all) || !record.IsCurrent(one.Menu, one.Drawing)).Select(one => one.Menu).ToHashSet();
        if (stale.Count > 0)
            await SvgRenderer.CheckAsync(Shell, cancel);
        foreach (var (menu, drawing) in drawings)
        {
            if (stale.Contains(menu))
            {
                await File.WriteAllTextAsync(Path.Combine(folder, $"{menu}.svg"), drawing, cancel);
                await SvgRenderer.RenderAsync(Path.Combine(folder, menu), Shell, cancel);
            }
            rows.Add(new Row($"{menu}.png", new FileInfo(Path.Combine(folder, $"{menu}.png")).Length, stale.Contains(menu)));
        }
        record.Write(MenuNames.All.Select(menu => MenuNames.File(menu.State, menu.Tongue)));
        Shell.ShowTable(input, rows,
            (Say("画像", "picture"), row => row.Picture),
            (Say("バイト", "bytes"), row => row.Bytes),
            (Say("結果", "result"), row => row.Drawn ? Say("描画", "drawn") : Say("変更なし", "unchanged")));
        return ExitCode.Done;
    }

    /// <summary>All of them before the first is written, so that a broken template changes nothing.</summary>
    private List<(string Menu, string Drawing)> Drawings(string folder)
    {
        try
        {
            var artwork = Artwork.Load(folder);
            return [.. MenuNames.All.Select(menu => (MenuNames.File(menu.State, menu.Tongue), artwork.Draw(menu.State, menu.Tongue)))];
        }
        catch (ArtworkException e)
        {
            throw new TroubleException(
                e.Fault.In(Shell.Tongue), e.Fault.Place, Say("直してから、もう一度実行してください。", "Mend it, then run this again."));
        }
    }

    private sealed record Row(string Picture, long Bytes, bool Drawn);
}
