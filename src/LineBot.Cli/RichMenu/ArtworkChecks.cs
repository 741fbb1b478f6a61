using LineBot.RichMenu;

namespace LineBot.Cli.RichMenu;

/// <summary>Whether each picture is the one that the template draws today.</summary>
internal static class ArtworkChecks
{
    public static IReadOnlyList<MenuFault> Of(string folder)
    {
        // A folder with pictures made elsewhere has no template to hold them against.
        if (!Directory.Exists(Path.Combine(folder, "template")))
            return [];
        try
        {
            return [.. Of(folder, Artwork.Load(folder))];
        }
        catch (ArtworkException e)
        {
            return [e.Fault];
        }
    }

    private static IEnumerable<MenuFault> Of(string folder, Artwork artwork)
    {
        var record = new RenderedRecord(folder);
        foreach (var (state, tongue) in MenuNames.All)
        {
            var menu = MenuNames.File(state, tongue);
            var drawing = Path.Combine(folder, $"{menu}.svg");
            if (!File.Exists(drawing) || File.ReadAllText(drawing) != artwork.Draw(state, tongue))
                yield return Stale($"{menu}.svg", "template", "the template");
            else if (!record.IsCurrent(menu))
                yield return Stale($"{menu}.png", $"{menu}.svg", $"{menu}.svg");
        }
    }

    private static MenuFault Stale(string file, string source, string sourceInEnglish) => new(
        file, $"{source} より古いままです。linebot rich-menu render を実行してください。", $"It no longer fits {sourceInEnglish}. Run: linebot rich-menu render");
}
