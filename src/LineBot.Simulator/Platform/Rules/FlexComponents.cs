using System.Text.Json;
using static LineBot.Simulator.Platform.Rules.Field;

namespace LineBot.Simulator.Platform.Rules;

/// <summary>What stands inside a bubble.</summary>
internal static class FlexComponents
{
    private const int DeepestBox = 10;

    private static readonly Field Type = Must("type", Is.Anything);
    private static readonly Field Flex = May("flex", Is.Int(0));
    private static readonly Field Action = May("action", ActionRules.InFlex);
    private static readonly Field Scaling = May("scaling", Is.Bool);
    private static readonly Field ShrinkToFit = May("adjustMode", Is.OneOf("shrink-to-fit"));
    private static readonly Field Align = May("align", Is.OneOf("start", "end", "center"));
    private static readonly Field Gravity = May("gravity", Is.OneOf("top", "bottom", "center"));

    private static readonly Field[] Place =
    [
        May("margin", FlexValues.Distance), May("position", Is.OneOf("relative", "absolute")), May("offsetTop", FlexValues.Distance),
        May("offsetBottom", FlexValues.Distance), May("offsetStart", FlexValues.Distance), May("offsetEnd", FlexValues.Distance),
    ];

    private static readonly Field[] Lettering =
    [
        May("size", FlexValues.TextSize), May("color", FlexValues.Colour), May("weight", Is.OneOf("regular", "bold")),
        May("style", Is.OneOf("normal", "italic")), May("decoration", Is.OneOf("none", "underline", "line-through")),
    ];

    private static readonly Rule Gradient = Is.TypedBy(new Dictionary<string, Shape>
    {
        ["linearGradient"] = new(Type, Must("angle", FlexValues.Angle), Must("startColor", FlexValues.Colour), Must("endColor", FlexValues.Colour),
            May("centerColor", FlexValues.Colour), May("centerPosition", FlexValues.Percent)),
    });

    private static readonly Shape Span = new([Type, May("text", Is.Text(2000)), .. Lettering]);

    private static readonly Shape Image = new([
        Type, Must("url", Is.FileUrl()), Flex, .. Place, Align, Gravity, May("size", FlexValues.ImageSize), May("aspectRatio", FlexValues.AspectRatio),
        May("aspectMode", Is.OneOf("fit", "cover")), May("backgroundColor", FlexValues.Colour), Action, May("animated", Is.Bool),
    ]);

    private static readonly Shape BoxShape = new([
        Type, Must("layout", Is.OneOf("horizontal", "vertical", "baseline")), Must("contents", Contents), Flex, .. Place,
        May("spacing", FlexValues.Distance), May("backgroundColor", FlexValues.Colour), May("borderColor", FlexValues.Colour),
        May("borderWidth", FlexValues.Border), May("cornerRadius", FlexValues.Distance), May("width", FlexValues.Length),
        May("maxWidth", FlexValues.Length), May("height", FlexValues.Length), May("maxHeight", FlexValues.Length),
        May("paddingAll", FlexValues.Distance), May("paddingTop", FlexValues.Distance), May("paddingBottom", FlexValues.Distance),
        May("paddingStart", FlexValues.Distance), May("paddingEnd", FlexValues.Distance),
        May("justifyContent", Is.OneOf("center", "flex-start", "flex-end", "space-between", "space-around", "space-evenly")),
        May("alignItems", Is.OneOf("center", "flex-start", "flex-end")), May("background", Gradient), Action,
    ])
    {
        Whole = OnlyLettersOnABaseline,
    };

    private static readonly Dictionary<string, Shape> All = new()
    {
        ["box"] = BoxShape,
        ["button"] = new([
            Type, Must("action", ActionRules.OfFlexButton), Flex, .. Place, Gravity, May("color", FlexValues.Colour),
            May("style", Is.OneOf("primary", "secondary", "link")), May("height", Is.OneOf("md", "sm")), ShrinkToFit, Scaling,
        ]),
        ["image"] = Image,
        ["icon"] = new([Type, Must("url", Is.FileUrl()), .. Place, May("size", FlexValues.TextSize), May("aspectRatio", FlexValues.AspectRatio), Scaling]),
        ["text"] = new([
            Type, May("text", Is.Text(2000)), May("contents", Is.List(Span.Check, 0, 100)), Flex, .. Place, Align, Gravity, .. Lettering,
            May("wrap", Is.Bool), May("lineSpacing", FlexValues.Pixels), May("maxLines", Is.Int(0)), Action, ShrinkToFit, Scaling,
        ])
        {
            Whole = TextOrSpans,
        },
        ["separator"] = new(Type, May("margin", FlexValues.Distance), May("color", FlexValues.Colour)),
        ["filler"] = new(Type, Flex),
    };

    private static readonly Dictionary<string, Shape> Heroes = new()
    {
        ["box"] = BoxShape,
        ["image"] = Image,
        ["video"] = new(Type, Must("url", Is.FileUrl()), Must("previewUrl", Is.FileUrl()),
            Must("altContent", Is.TypedBy(new Dictionary<string, Shape> { ["box"] = BoxShape, ["image"] = Image })),
            May("aspectRatio", FlexValues.AspectRatio), Action),
    };

    public static readonly Rule Box = Is.TypedBy(new Dictionary<string, Shape> { ["box"] = BoxShape });

    public static readonly Rule Hero = Is.TypedBy(Heroes);

    private static void Contents(JsonElement value, string path, List<RefusalDetail> faults)
    {
        if (path.Split(".contents[").Length - 1 > DeepestBox)
            faults.Add(new($"boxes are nested more than {DeepestBox} levels deep", path));
        else
            Is.List(Is.TypedBy(All), 0, int.MaxValue)(value, path, faults);
    }

    private static void OnlyLettersOnABaseline(JsonElement box, string path, List<RefusalDetail> faults)
    {
        if (box.Text("layout") != "baseline")
            return;
        foreach (var part in box.GetProperty("contents").EnumerateArray())
        {
            if (part.Text("type") is not ("text" or "icon" or "filler"))
                faults.Add(new("a baseline box takes text, icon and filler only", $"{path}.contents"));
        }
    }

    private static void TextOrSpans(JsonElement text, string path, List<RefusalDetail> faults)
    {
        if (text.Text("text") is null && !text.TryGetProperty("contents", out _))
            faults.Add(new("must be specified", $"{path}.text"));
    }
}
