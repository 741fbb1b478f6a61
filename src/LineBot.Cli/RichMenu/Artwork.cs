using System.Globalization;
using System.Security;
using System.Text;
using System.Text.RegularExpressions;
using LineBot.Language;
using LineBot.RichMenu;

namespace LineBot.Cli.RichMenu;

/// <summary>
/// Draws each menu's picture as SVG from <c>rich-menu/template</c>: one frame, one tile, one icon an action.
/// The tiles stand in the order of <c>tiles.json</c>, row by row, as the areas of the menus do.
/// </summary>
internal sealed partial class Artwork
{
    private readonly string _folder;

    private Artwork(string folder, ArtworkPlan plan) => (_folder, Plan) = (folder, plan);

    public ArtworkPlan Plan { get; }

    private int TileWidth => (Plan.Size.Width - 2 * Plan.Grid.Margin - (Plan.Grid.Columns - 1) * Plan.Grid.Gap) / Plan.Grid.Columns;

    private int TileHeight => (Plan.Size.Height - 2 * Plan.Grid.Margin - (Plan.Grid.Rows - 1) * Plan.Grid.Gap) / Plan.Grid.Rows;

    /// <param name="menuFolder">The folder with the menus, <c>rich-menu</c>.</param>
    /// <exception cref="ArtworkException">The template is missing, or <c>tiles.json</c> is not as it has to be.</exception>
    public static Artwork Load(string menuFolder)
    {
        var folder = Path.Combine(menuFolder, "template");
        return new Artwork(folder, ArtworkPlan.Load(Path.Combine(folder, "tiles.json")));
    }

    /// <exception cref="ArtworkException">A part of the template is missing, or asks for what nobody gives it.</exception>
    public string Draw(LinkState state, Tongue tongue)
    {
        var tiles = new StringBuilder();
        foreach (var ((id, tile), place) in Plan.Tiles.Select((tile, place) => (tile, place)))
            tiles.Append(Tile(id, tile, place, state, tongue));
        return Fill("menu.svg", [.. Colours(), .. TileSize(), ("tiles", tiles.ToString())]);
    }

    private string Tile(string id, ArtworkTile tile, int place, LinkState state, Tongue tongue)
    {
        var locked = Plan.IsLocked(state, id);
        var main = Plan.IsMain(state, id);
        var tint = locked ? Plan.Colours["lockedTint"] : main ? Plan.Colours["mainTint"] : tile.Tint;
        var words = tongue.IsJapanese ? tile.Ja : tile.En;
        return Fill("tile.svg",
        [
            ("look", locked ? "locked" : main ? "main" : "open"),
            ("x", Number(Plan.Grid.Margin + place % Plan.Grid.Columns * (TileWidth + Plan.Grid.Gap))),
            ("y", Number(Plan.Grid.Margin + place / Plan.Grid.Columns * (TileHeight + Plan.Grid.Gap))),
            .. TileSize(),
            ("icon", Fill(Path.Combine("icons", $"{id}.svg"), ("tint", tint))),
            ("tint", tint),
            ("lock", locked ? Fill("lock.svg") : ""),
            ("line1", Line(words[0])),
            ("line2", Line(words[1])),
        ]);
    }

    /// <summary>A middle dot in half the width, as print does it: a whole one would bring the label close to the tile's edge.</summary>
    private static string Line(string words) => SecurityElement.Escape(words.Replace('・', '･'));

    private IEnumerable<(string, string)> Colours() => Plan.Colours.Select(colour => (colour.Key, colour.Value));

    private IEnumerable<(string, string)> TileSize() => [("width", Number(TileWidth)), ("height", Number(TileHeight))];

    private string Fill(string template, params IEnumerable<(string Name, string Value)> values)
    {
        var file = Path.Combine(_folder, template);
        var text = ArtworkException.Read(file).ReplaceLineEndings("\n");
        foreach (var (name, value) in values)
            text = text.Replace($"{{{{{name}}}}}", value, StringComparison.Ordinal);
        return Placeholder().Match(text) is not { Success: true } left ? text : throw new ArtworkException(
            file, $"{left.Value} に入る値がありません。", $"There is nothing to put in the place of {left.Value}.");
    }

    [GeneratedRegex("{{[^}]*}}")]
    private static partial Regex Placeholder();

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
