using System.Globalization;
using System.Text.Json;

namespace LineBot.Simulator.Phones.Flex;

/// <summary>How a box lays out its children. Baseline is horizontal, aligned by the text's base line.</summary>
public enum Direction
{
    Vertical,
    Horizontal,
    Baseline,
}

/// <summary>The rules by which LINE turns a component's place in its box into CSS flexbox.</summary>
internal static class FlexLayout
{
    public static Direction DirectionOf(JsonElement box) => box.Text("layout") switch
    {
        "horizontal" => Direction.Horizontal,
        "baseline" => Direction.Baseline,
        _ => Direction.Vertical,
    };

    /// <summary>The style of a box towards its own children: direction, sizes, padding, border, background.</summary>
    /// <param name="padding">The padding of a block that states none of its own.</param>
    public static Style Box(JsonElement box, string? padding = null)
    {
        var direction = DirectionOf(box);
        var all = FlexSize.SpaceOrPercent(box.Text("paddingAll")) ?? padding;
        var border = FlexSize.Border(box.Text("borderWidth"));
        return new Style()
            .SetWhen(direction == Direction.Vertical, "flex-direction", "column")
            .SetWhen(direction == Direction.Baseline, "align-items", "baseline")
            .Set("justify-content", Justification(box.Text("justifyContent")))
            .Set("align-items", direction == Direction.Baseline ? null : Alignment(box.Text("alignItems")))
            .Set("padding", all)
            .Set("padding-top", FlexSize.SpaceOrPercent(box.Text("paddingTop")))
            .Set("padding-bottom", FlexSize.SpaceOrPercent(box.Text("paddingBottom")))
            .Set("padding-inline-start", FlexSize.SpaceOrPercent(box.Text("paddingStart")))
            .Set("padding-inline-end", FlexSize.SpaceOrPercent(box.Text("paddingEnd")))
            .Set("border", border is null or "0" ? null : $"{border} solid {FlexColor.Of(box.Text("borderColor")) ?? "#000000"}")
            .Set("border-radius", FlexSize.Corner(box.Text("cornerRadius")))
            .Set("background", FlexColor.Gradient(box.Child("background")) ?? FlexColor.Of(box.Text("backgroundColor")));
    }

    /// <summary>The style of a component towards the box that holds it: its share, its margin, its offset.</summary>
    /// <param name="spacing">The <c>spacing</c> of the box, which stands before every child but the first.</param>
    public static Style Item(JsonElement component, Direction parent, string? spacing, bool first)
    {
        var style = new Style();
        var absolute = component.Text("position") == "absolute";
        if (absolute)
        {
            style.Set("position", "absolute");
        }
        else
        {
            style.Set("flex", Share(component, parent));
            var margin = FlexSize.Space(component.Text("margin")) ?? (first ? null : FlexSize.Space(spacing));
            style.Set(parent == Direction.Vertical ? "margin-top" : "margin-inline-start", margin);
        }
        return style
            .Set("top", FlexSize.SpaceOrPercent(component.Text("offsetTop")))
            .Set("bottom", parent == Direction.Baseline ? null : FlexSize.SpaceOrPercent(component.Text("offsetBottom")))
            .Set("inset-inline-start", FlexSize.SpaceOrPercent(component.Text("offsetStart")))
            .Set("inset-inline-end", FlexSize.SpaceOrPercent(component.Text("offsetEnd")))
            .Set("width", FlexSize.Length(component.Text("width")))
            .Set("max-width", FlexSize.Length(component.Text("maxWidth")))
            .Set("height", FlexSize.Length(component.Text("height")))
            .Set("max-height", FlexSize.Length(component.Text("maxHeight")));
    }

    /// <summary>
    /// In a horizontal box a share of the whole width, so that content counts for nothing; in a vertical box a share of what
    /// the contents leave over. Without a <c>flex</c>, children of a horizontal box share alike and those of a vertical one
    /// take what they need, as do a separator, an icon, and a box whose size along the box is stated.
    /// </summary>
    public static string Share(JsonElement component, Direction parent)
    {
        var type = component.Text("type");
        var vertical = parent == Direction.Vertical;
        var sized = type == "box" && FlexSize.Length(component.Text(vertical ? "height" : "width")) is not null;
        if (type is "separator" or "icon" or "spacer" || sized)
            return "0 0 auto";
        var share = component.Whole("flex") is >= 0 and var stated ? stated : type == "filler" || !vertical ? 1 : 0;
        return share == 0 ? "0 0 auto" : string.Create(CultureInfo.InvariantCulture, $"{share} 0 {(vertical ? "auto" : "0")}");
    }

    /// <summary>Where a component stands in the height that its box leaves it.</summary>
    public static string? Gravity(JsonElement component, Direction parent) =>
        parent == Direction.Baseline ? null : component.Text("gravity") switch
        {
            "center" => "center",
            "bottom" => "flex-end",
            _ => null,
        };

    private static string? Justification(string? value) =>
        value is "center" or "flex-start" or "flex-end" or "space-between" or "space-around" or "space-evenly" ? value : null;

    private static string? Alignment(string? value) => value is "center" or "flex-start" or "flex-end" ? value : null;
}
