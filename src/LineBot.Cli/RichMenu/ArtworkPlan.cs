using System.Text.Json;
using LineBot.RichMenu;

namespace LineBot.Cli.RichMenu;

/// <summary>What <c>rich-menu/template/tiles.json</c> says: the grid, the colours, and for each link state which tiles are locked and which one leads.</summary>
internal sealed record ArtworkPlan(
    ArtworkSize Size,
    ArtworkGrid Grid,
    IReadOnlyDictionary<string, string> Colours,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Locked,
    IReadOnlyDictionary<string, string> Main,
    IReadOnlyDictionary<string, ArtworkTile> Tiles)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { RespectRequiredConstructorParameters = true };

    public bool IsLocked(LinkState state, string tile) => Locked[Name(state)].Contains(tile);

    public bool IsMain(LinkState state, string tile) => Main[Name(state)] == tile;

    public static ArtworkPlan Load(string file) => JsonSerializer.Deserialize<ArtworkPlan>(File.ReadAllText(file), Json)!;

    private static string Name(LinkState state) => MenuNames.Of(state);
}

internal sealed record ArtworkSize(int Width, int Height);

/// <param name="Margin">Pixels between the tiles and the picture's edge.</param>
/// <param name="Gap">Pixels between two tiles.</param>
internal sealed record ArtworkGrid(int Columns, int Rows, int Margin, int Gap);

/// <param name="Tint">The tile's own colour, behind its icon and in its corner.</param>
/// <param name="Ja">The label's two lines.</param>
internal sealed record ArtworkTile(string Tint, IReadOnlyList<string> Ja, IReadOnlyList<string> En);
