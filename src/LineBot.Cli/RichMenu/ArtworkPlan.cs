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
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true };

    public bool IsLocked(LinkState state, string tile) => Locked[Name(state)].Contains(tile);

    public bool IsMain(LinkState state, string tile) => Main[Name(state)] == tile;

    /// <exception cref="ArtworkException">It is missing, no JSON, or lacks what the drawing needs; the place is named.</exception>
    public static ArtworkPlan Load(string file)
    {
        try
        {
            var plan = JsonSerializer.Deserialize<ArtworkPlan>(ArtworkException.Read(file), Json)
                ?? throw new JsonException("It is empty.");
            return plan.Lacking() is not { } lacking ? plan : throw new ArtworkException(file, $"{lacking} がありません。", $"It lacks {lacking}.");
        }
        catch (JsonException e)
        {
            var place = e.LineNumber is { } line ? $"{file}:{line + 1}:{e.BytePositionInLine + 1}" : file;
            throw new ArtworkException(place, $"読めません: {e.Message.Split(" Path:")[0]}", $"It cannot be read: {e.Message.Split(" Path:")[0]}");
        }
    }

    /// <summary>What is asked for by name and not there.</summary>
    private string? Lacking()
    {
        string[] colours = ["paper", "card", "ink", "mainCard", "mainInk", "mainTint", "lockedCard", "lockedInk", "lockedIcon", "lockedTint"];
        var states = Enum.GetValues<LinkState>().Select(Name).ToList();
        return colours.Where(colour => !Colours.ContainsKey(colour)).Select(colour => $"colours.{colour}")
            .Concat(states.Where(state => !Locked.ContainsKey(state)).Select(state => $"locked.{state}"))
            .Concat(states.Where(state => !Main.ContainsKey(state)).Select(state => $"main.{state}"))
            .Concat(Tiles.Where(tile => tile.Value.Ja.Count != 2).Select(tile => $"tiles.{tile.Key}.ja (2)"))
            .Concat(Tiles.Where(tile => tile.Value.En.Count != 2).Select(tile => $"tiles.{tile.Key}.en (2)"))
            .FirstOrDefault();
    }

    private static string Name(LinkState state) => MenuNames.Of(state);
}

internal sealed record ArtworkSize(int Width, int Height);

/// <param name="Margin">Pixels between the tiles and the picture's edge.</param>
/// <param name="Gap">Pixels between two tiles.</param>
internal sealed record ArtworkGrid(int Columns, int Rows, int Margin, int Gap);

/// <param name="Tint">The tile's own colour, behind its icon and in its corner.</param>
/// <param name="Ja">The label's two lines.</param>
internal sealed record ArtworkTile(string Tint, IReadOnlyList<string> Ja, IReadOnlyList<string> En);
