using System.Text.Json;
using System.Text.RegularExpressions;
using static LineBot.Simulator.Platform.Rules.Field;

namespace LineBot.Simulator.Platform.Rules;

internal static partial class TemplateRules
{
    private static readonly Field Type = Must("type", Is.Anything);
    private static readonly Field AspectRatio = May("imageAspectRatio", Is.OneOf("rectangle", "square"));
    private static readonly Field ImageSize = May("imageSize", Is.OneOf("cover", "contain"));
    private static readonly Field Background = May("imageBackgroundColor", Is.Like(Colour()));

    private static readonly Rule Column = new Shape(
        May("thumbnailImageUrl", Is.FileUrl()), Background, May("title", Is.Graphemes(40)), Must("text", Is.Graphemes(120)),
        May("defaultAction", ActionRules.InFlex), Must("actions", Is.List(ActionRules.InTemplate, 1, 3)))
    {
        Whole = (column, path, faults) => ShortTextBesidePicture(column, path, faults),
    }.Check;

    private static readonly Rule ImageColumn = new Shape(Must("imageUrl", Is.FileUrl()), Must("action", ActionRules.InImageCarousel)).Check;

    public static readonly Rule Template = Is.TypedBy(new Dictionary<string, Shape>
    {
        ["buttons"] = new(Type, May("thumbnailImageUrl", Is.FileUrl()), AspectRatio, ImageSize, Background, May("title", Is.Graphemes(40)),
            Must("text", Is.Graphemes(160)), May("defaultAction", ActionRules.InFlex), Must("actions", Is.List(ActionRules.InTemplate, 1, 4)))
        {
            Whole = ShortTextBesidePicture,
        },
        ["confirm"] = new(Type, Must("text", Is.Graphemes(240)), Must("actions", Is.List(ActionRules.InTemplate, 2, 2))),
        ["carousel"] = new(Type, Must("columns", Is.List(Column, 1, 10)), AspectRatio, ImageSize) { Whole = ColumnsAlike },
        ["image_carousel"] = new(Type, Must("columns", Is.List(ImageColumn, 1, 10))),
    });

    private static void ShortTextBesidePicture(JsonElement template, string path, List<RefusalDetail> faults)
    {
        var hasMore = template.TryGetProperty("thumbnailImageUrl", out _) || template.TryGetProperty("title", out _);
        if (hasMore)
            Is.Graphemes(60)(template.GetProperty("text"), $"{path}.text", faults);
    }

    private static void ColumnsAlike(JsonElement carousel, string path, List<RefusalDetail> faults)
    {
        var columns = carousel.GetProperty("columns").EnumerateArray().ToList();
        bool Differ<T>(Func<JsonElement, T> of) => columns.Select(of).Distinct().Count() > 1;
        if (Differ(column => column.GetProperty("actions").GetArrayLength()))
            faults.Add(new("the number of actions must be the same in all columns", $"{path}.columns"));
        if (Differ(column => column.TryGetProperty("title", out _)) || Differ(column => column.TryGetProperty("thumbnailImageUrl", out _)))
            faults.Add(new("title and thumbnailImageUrl must be in all columns or in none", $"{path}.columns"));
    }

    [GeneratedRegex("^#[0-9A-Fa-f]{6}$")]
    private static partial Regex Colour();
}
