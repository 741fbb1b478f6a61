using System.Text;
using System.Text.Json;
using static LineBot.Simulator.Platform.Rules.Field;

namespace LineBot.Simulator.Platform.Rules;

/// <summary>Flex bubbles and carousels.</summary>
internal static class FlexRules
{
    private const int LargestBubble = 30 * 1024;
    private const int LargestCarousel = 50 * 1024;

    private static readonly Field Type = Must("type", Is.Anything);

    private static readonly Rule BlockStyle = new Shape(
        May("backgroundColor", FlexValues.Colour), May("separator", Is.Bool), May("separatorColor", FlexValues.Colour)).Check;

    private static readonly Rule Styles = new Shape(
        May("header", BlockStyle), May("hero", BlockStyle), May("body", BlockStyle), May("footer", BlockStyle)).Check;

    private static readonly Shape Bubble = new(
        Type,
        May("size", Is.OneOf("nano", "micro", "deca", "hecto", "kilo", "mega", "giga")),
        May("direction", Is.OneOf("ltr", "rtl")),
        May("header", FlexComponents.Box), May("hero", FlexComponents.Hero), May("body", FlexComponents.Box), May("footer", FlexComponents.Box),
        May("styles", Styles), May("action", ActionRules.InFlex))
    {
        Whole = BubbleAsAWhole,
    };

    private static readonly Shape Carousel = new(
        Type, Must("contents", Is.List(Is.TypedBy(new Dictionary<string, Shape> { ["bubble"] = Bubble }), 1, 12)))
    {
        Whole = CarouselAsAWhole,
    };

    public static readonly Rule Container = Is.TypedBy(new Dictionary<string, Shape> { ["bubble"] = Bubble, ["carousel"] = Carousel });

    private static void BubbleAsAWhole(JsonElement bubble, string path, List<RefusalDetail> faults)
    {
        NotLargerThan(LargestBubble, bubble, path, faults);
        if (!bubble.EnumerateObject().Any(property => property.Name is "header" or "hero" or "body" or "footer"))
            faults.Add(new("At least one block must be specified", path));
        var hasVideo = bubble.TryGetProperty("hero", out var hero) && hero.Text("type") == "video";
        if (hasVideo && (bubble.Text("size") ?? "mega") is not ("kilo" or "mega" or "giga"))
            faults.Add(new("video is not allowed in a bubble of this size", $"{path}.hero"));
    }

    private static void CarouselAsAWhole(JsonElement carousel, string path, List<RefusalDetail> faults)
    {
        NotLargerThan(LargestCarousel, carousel, path, faults);
        var bubbles = carousel.GetProperty("contents").EnumerateArray().ToList();
        if (bubbles.Select(bubble => bubble.Text("size") ?? "mega").Distinct().Count() > 1)
            faults.Add(new("bubbles of a carousel must have the same size", $"{path}.contents"));
        if (bubbles.Any(bubble => bubble.TryGetProperty("hero", out var hero) && hero.Text("type") == "video"))
            faults.Add(new("video is not allowed in a carousel", $"{path}.contents"));
    }

    private static void NotLargerThan(int most, JsonElement value, string path, List<RefusalDetail> faults)
    {
        if (Encoding.UTF8.GetByteCount(value.GetRawText()) > most)
            faults.Add(new($"size must be less than or equal to {most / 1024} KB", path));
    }
}
