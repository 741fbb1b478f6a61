using System.ComponentModel;
using System.Diagnostics;

namespace LineBot.Cli.RichMenu;

/// <summary>Turns <c>X.svg</c> into <c>X.png</c> beside it, with librsvg's <c>rsvg-convert</c>.</summary>
internal static class SvgRenderer
{
    public static async Task RenderAsync(string pathWithoutEnding, Shell shell, CancellationToken cancel)
    {
        // Written beside and then moved: an interrupted run leaves the old picture whole.
        var unfinished = $"{pathWithoutEnding}.png.part";
        using var process = Start(["--format", "png", "--output", unfinished, $"{pathWithoutEnding}.svg"], shell);
        var complaint = await process.StandardError.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel);
        if (process.ExitCode != 0)
        {
            throw new TroubleException(
                shell.Say("SVG を PNG にできませんでした。", "The SVG could not be turned into a PNG."), $"{pathWithoutEnding}.svg: {complaint.Trim()}",
                shell.Say("template の SVG を直してください。", "Mend the SVG in the template folder."));
        }
        File.Move(unfinished, $"{pathWithoutEnding}.png", overwrite: true);
    }

    private static Process Start(IEnumerable<string> arguments, Shell shell)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("rsvg-convert", arguments) { RedirectStandardError = true })!;
        }
        catch (Win32Exception)
        {
            throw new TroubleException(
                shell.Say("rsvg-convert が見つかりません。", "rsvg-convert is not installed."), "PATH",
                shell.Say("librsvg (Debian: librsvg2-bin, fonts-noto-cjk / macOS: brew install librsvg) を入れてください。",
                    "Install librsvg (Debian: librsvg2-bin and fonts-noto-cjk; macOS: brew install librsvg)."));
        }
    }
}
