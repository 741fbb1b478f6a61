using System.Text.Json;
using System.Text.RegularExpressions;
using static LineBot.Simulator.Platform.Rules.Field;

namespace LineBot.Simulator.Platform.Rules;

/// <summary>Rich menus and their aliases.</summary>
internal static partial class RichMenuRules
{
    /// <summary>LINE's own id of a menu.</summary>
    public static readonly Rule MenuId = (value, path, faults) =>
    {
        if (value.ValueKind != JsonValueKind.String || !OwnId().IsMatch(value.GetString()!))
            faults.Add(new("invalid richMenuId", path));
    };

    private static readonly Rule Bounds = new Shape(
        Must("x", Is.Int(0)), Must("y", Is.Int(0)), Must("width", Is.Int(1)), Must("height", Is.Int(1))).Check;

    private static readonly Rule Area = new Shape(Must("bounds", Bounds), Must("action", ActionRules.InRichMenu)).Check;

    public static readonly Shape Create = new(
        Must("size", new Shape(Must("width", Is.Int(800, 2500)), Must("height", Is.Int(250))).Check),
        Must("selected", Is.Bool), Must("name", Is.Graphemes(300)), Must("chatBarText", Is.Graphemes(14)), Must("areas", Is.List(Area, 0, 20)));

    public static readonly Shape CreateAlias = new(Must("richMenuAliasId", Is.Like(AliasId())), Must("richMenuId", MenuId));
    public static readonly Shape UpdateAlias = new(Must("richMenuId", MenuId));
    public static readonly Shape BulkLink = new(Must("richMenuId", MenuId), Must("userIds", Is.List(Is.Like(User()), 1, 500)));
    public static readonly Shape BulkUnlink = new(Must("userIds", Is.List(Is.Like(User()), 1, 500)));

    /// <exception cref="Refusal">The menu is too tall for its width, or an area lies outside it.</exception>
    public static void CheckSize(JsonElement menu)
    {
        var width = menu.GetProperty("size").GetProperty("width").GetInt32();
        var height = menu.GetProperty("size").GetProperty("height").GetInt32();
        var faults = new List<RefusalDetail>();
        if (width < 1.45 * height)
            faults.Add(new("aspect ratio (width / height) must be 1.45 or more", "size"));
        var index = 0;
        foreach (var area in menu.GetProperty("areas").EnumerateArray())
        {
            var bounds = area.GetProperty("bounds");
            long End(string start, string length) => (long)bounds.GetProperty(start).GetInt32() + bounds.GetProperty(length).GetInt32();
            if (End("x", "width") > width || End("y", "height") > height)
                faults.Add(new("must be inside the rich menu", $"areas[{index}].bounds"));
            index++;
        }
        if (faults.Count > 0)
            throw Refusal.Of(faults);
    }

    public static bool IsUser(string id) => User().IsMatch(id);

    [GeneratedRegex("^richmenu-[0-9a-f]{32}\\z")]
    private static partial Regex OwnId();

    [GeneratedRegex("^[a-z0-9_-]{1,32}$")]
    private static partial Regex AliasId();

    [GeneratedRegex("^U[0-9a-f]{32}$")]
    private static partial Regex User();
}
