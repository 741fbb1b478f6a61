using static LineBot.Simulator.Platform.Rules.Field;

namespace LineBot.Simulator.Platform.Rules;

internal static class ImagemapRules
{
    private static readonly Rule Area = new Shape(
        Must("x", Is.Int(0)), Must("y", Is.Int(0)), Must("width", Is.Int(1)), Must("height", Is.Int(1))).Check;

    private static readonly Field[] Common = [Must("type", Is.Anything), Must("area", Area), May("label", Is.Text(100))];

    private static readonly Rule Action = Is.TypedBy(new Dictionary<string, Shape>
    {
        ["message"] = new([.. Common, Must("text", Is.Text(400))]),
        ["uri"] = new([.. Common, Must("linkUri", Is.LinkUrl())]),
        ["clipboard"] = new([.. Common, Must("clipboardText", Is.Text(1000))]),
    });

    private static readonly Rule Video = new Shape(
        Must("originalContentUrl", Is.FileUrl()), Must("previewImageUrl", Is.FileUrl()), Must("area", Area),
        May("externalLink", new Shape(Must("linkUri", Is.LinkUrl()), Must("label", Is.Text(30))).Check)).Check;

    public static Shape Shape(IEnumerable<Field> ofEveryMessage) => new([
        .. ofEveryMessage,
        Must("baseUrl", Is.FileUrl()),
        Must("altText", Is.Text(1500)),
        Must("baseSize", new Shape(Must("width", Is.Int(1040, 1040)), Must("height", Is.Int(1))).Check),
        Must("actions", Is.List(Action, 1, 50)),
        May("video", Video),
    ]);
}
