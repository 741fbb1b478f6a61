using System.ComponentModel;
using System.Diagnostics;

namespace LineBot.Cli.RichMenu;

/// <summary>Turns <c>X.svg</c> into <c>X.png</c> beside it, with librsvg's <c>rsvg-convert</c>.</summary>
internal static class SvgRenderer
{
    /// <summary>One of the template's; where neither is there, letters come out in another shape or as boxes, and nobody is told.</summary>
    private static readonly string[] Fonts = ["Noto Sans CJK JP", "Noto Sans JP"];

    /// <exception cref="TroubleException">Something is missing that the pictures are made with.</exception>
    public static async Task CheckAsync(Shell shell, CancellationToken cancel)
    {
        using (var renderer = Start("rsvg-convert", ["--version"], shell))
            await renderer.WaitForExitAsync(cancel);
        foreach (var font in Fonts)
        {
            using var match = Start("fc-match", [$"{font}:bold", "family"], shell);
            var found = await match.StandardOutput.ReadToEndAsync(cancel);
            await match.WaitForExitAsync(cancel);
            if (found.Contains(font, StringComparison.Ordinal))
                return;
        }
        throw new TroubleException(
            shell.Say("日本語のフォントがないため、ラベルを描けません。何も変えていません。", "The Japanese font is missing, so the labels cannot be drawn. Nothing was changed."), string.Join(", ", Fonts),
            shell.Say("Noto Sans CJK を入れてください (Debian: fonts-noto-cjk / macOS: brew install --cask font-noto-sans-cjk-jp)。",
                "Install Noto Sans CJK (Debian: fonts-noto-cjk; macOS: brew install --cask font-noto-sans-cjk-jp)."));
    }

    public static async Task RenderAsync(string pathWithoutEnding, Shell shell, CancellationToken cancel)
    {
        // Written beside and then moved: an interrupted run leaves the old picture whole.
        var unfinished = $"{pathWithoutEnding}.png.part";
        using var process = Start("rsvg-convert", ["--format", "png", "--output", unfinished, $"{pathWithoutEnding}.svg"], shell);
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

    private static Process Start(string tool, IEnumerable<string> arguments, Shell shell)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        }
        catch (Win32Exception)
        {
            throw new TroubleException(
                shell.Say($"{tool} が見つかりません。何も変えていません。", $"{tool} is not installed. Nothing was changed."), "PATH",
                tool == "fc-match"
                    ? shell.Say("fontconfig (Debian: fontconfig / macOS: brew install fontconfig) を入れてください。",
                        "Install fontconfig (Debian: fontconfig; macOS: brew install fontconfig).")
                    : shell.Say("librsvg (Debian: librsvg2-bin, fonts-noto-cjk / macOS: brew install librsvg) を入れてください。",
                        "Install librsvg (Debian: librsvg2-bin and fonts-noto-cjk; macOS: brew install librsvg)."));
        }
    }
}
