using System.Text.Json;

namespace LineBot.Simulator.Phones.Pages;

/// <summary>One file of the gallery: messages as a bot sends them, and what they are to show.</summary>
public sealed record GallerySample(string Name, string About, IReadOnlyList<JsonElement> Messages)
{
    public static IReadOnlyList<GallerySample> ReadAll() =>
        [.. Asset.Named(".json").Select(asset => Read(asset.Name, JsonDocument.Parse(asset.Bytes).RootElement))];

    private static GallerySample Read(string name, JsonElement file) =>
        new(name, file.Text("about") ?? "", file.Items("messages"));
}
