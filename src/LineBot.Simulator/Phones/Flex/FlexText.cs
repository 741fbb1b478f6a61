using System.Globalization;
using System.Text.Json;

namespace LineBot.Simulator.Phones.Flex;

/// <summary>How the characters of a Flex text or span look.</summary>
internal static class FlexText
{
    /// <summary>What a text and a span have in common. A span inherits what it does not state.</summary>
    public static Style Characters(JsonElement text) => new Style()
        .Set("font-size", FlexSize.Font(text.Text("size")) is { } size && text.Flag("scaling") ? $"calc({size} * var(--text, 1))" : FlexSize.Font(text.Text("size")))
        .Set("color", FlexColor.Of(text.Text("color")))
        .Set("font-weight", text.Text("weight") switch { "bold" => "700", "regular" => "400", _ => null })
        .Set("font-style", text.Text("style") switch { "italic" => "italic", "normal" => "normal", _ => null })
        .Set("text-decoration", text.Text("decoration") switch
        {
            "underline" => "underline",
            "line-through" => "line-through",
            "none" => "none",
            _ => null,
        });

    /// <summary>
    /// A text by itself is one line with an ellipsis; with <c>wrap</c> it takes as many as it needs, or <c>maxLines</c>.
    /// <c>lineSpacing</c> stands between the lines only, so the half of it above the first and below the last is taken back.
    /// </summary>
    public static Style Paragraph(JsonElement text)
    {
        var style = Characters(text).Set("text-align", Align(text.Text("align")));
        if (!text.Flag("wrap"))
            return style.Set("white-space", "nowrap").Set("text-overflow", "ellipsis").Set("overflow", "hidden");
        if (FlexSize.Pixels(text.Text("lineSpacing")) is { } spacing)
            style.Set("line-height", $"calc(1.4em + {spacing})").Set("margin-block", $"calc({spacing} / -2)");
        if (text.Whole("maxLines") is > 0 and var lines)
        {
            style.Set("display", "-webkit-box").Set("-webkit-box-orient", "vertical").Set("overflow", "hidden")
                .Set("-webkit-line-clamp", lines.ToString(CultureInfo.InvariantCulture));
        }
        return style.Set("white-space", "pre-wrap").Set("overflow-wrap", "anywhere");
    }

    public static string? Align(string? align) => align is "start" or "center" or "end" ? align : null;
}
