using System.Text.Json;
using System.Text.Json.Nodes;

namespace LineBot.Simulator.Platform;

/// <summary>A rich menu as it was created, with its image once that is uploaded.</summary>
public sealed class RichMenu
{
    internal RichMenu(string id, JsonElement definition)
    {
        Id = id;
        Definition = definition;
        Name = definition.Text("name") ?? "";
        ChatBarText = definition.Text("chatBarText") ?? "";
        Width = definition.GetProperty("size").GetProperty("width").GetInt32();
        Height = definition.GetProperty("size").GetProperty("height").GetInt32();
        Areas = [.. definition.GetProperty("areas").EnumerateArray().Select(RichMenuTapArea.Of)];
    }

    public string Id { get; }

    public string Name { get; }

    public string ChatBarText { get; }

    public int Width { get; }

    public int Height { get; }

    public IReadOnlyList<RichMenuTapArea> Areas { get; }

    public JsonElement Definition { get; }

    public StoredFile? Image { get; internal set; }

    internal JsonObject ToJson()
    {
        var json = JsonObject.Create(Definition)!;
        json["richMenuId"] = Id;
        return json;
    }
}

public sealed record RichMenuTapArea(int X, int Y, int Width, int Height, JsonElement Action)
{
    public bool Contains(int x, int y) => x >= X && x < X + Width && y >= Y && y < Y + Height;

    internal static RichMenuTapArea Of(JsonElement area)
    {
        var bounds = area.GetProperty("bounds");
        return new RichMenuTapArea(
            bounds.GetProperty("x").GetInt32(), bounds.GetProperty("y").GetInt32(),
            bounds.GetProperty("width").GetInt32(), bounds.GetProperty("height").GetInt32(), area.GetProperty("action"));
    }
}
