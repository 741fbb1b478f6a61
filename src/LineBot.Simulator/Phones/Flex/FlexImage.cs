using System.Text.Json;

namespace LineBot.Simulator.Phones.Flex;

internal static class FlexImage
{
    /// <summary>The frame of an image: its width by <c>size</c>, its height by the ratio, never wider than its place.</summary>
    public static Style Frame(JsonElement image) => new Style()
        .Set("width", FlexSize.Image(image.Text("size")) ?? FlexSize.Image("md"))
        .Set("aspect-ratio", FlexSize.Ratio(image.Text("aspectRatio")) ?? "1/1")
        .Set("align-self", image.Text("align") switch { "start" => "flex-start", "end" => "flex-end", _ => "center" })
        .Set("background", FlexColor.Of(image.Text("backgroundColor")));

    public static string Fit(JsonElement image) => image.Text("aspectMode") == "cover" ? "object-fit:cover" : "object-fit:contain";

    /// <summary>An icon is as high as a letter of its size is wide.</summary>
    public static Style Icon(JsonElement icon) => new Style()
        .Set("height", FlexSize.Font(icon.Text("size")) ?? FlexSize.Font("md"))
        .Set("aspect-ratio", FlexSize.Ratio(icon.Text("aspectRatio")) ?? "1/1");

    /// <summary>
    /// An address that a browser may load as a picture: the web's, or a path of this server. Anything else (a script, a file) is none.
    /// </summary>
    public static string? Address(string? url) =>
        url is ['/', not '/' and not '\\', ..] ? url
        : Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address.AbsoluteUri
        : null;
}
