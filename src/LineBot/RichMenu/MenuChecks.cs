using Line.Messaging;

namespace LineBot.RichMenu;

/// <summary>
/// What has to hold of the menus before they are published: LINE's rules, a picture that fits, no gap and no overlap between the areas,
/// a handler behind each of them, and the same tiles in the same places in all menus.
/// </summary>
public static class MenuChecks
{
    private const int LargestImage = 1024 * 1024;

    /// <param name="ownedActions">What buttons may carry, such as <c>data-remaining@1</c>.</param>
    /// <returns>Everything that is wrong; nothing where all is well.</returns>
    public static IReadOnlyList<MenuFault> Of(MenuFolder folder, IReadOnlySet<string> ownedActions) =>
    [
        .. folder.Menus.SelectMany(Limits),
        .. folder.Menus.SelectMany(Picture),
        .. folder.Menus.SelectMany(Cover),
        .. folder.Menus.SelectMany(menu => Areas(menu, ownedActions)),
        .. folder.Menus.Skip(1).SelectMany(menu => SameTiles(folder.Menus[0], menu)),
    ];

    private static IEnumerable<MenuFault> Limits(MenuDefinition menu) =>
        RichMenuLimits.Check(menu.Menu).Select(violation => new MenuFault(
            $"{menu.File}.json {violation.Path}", $"LINE の制限外です: {violation.Limit} (現在 {violation.Found})", $"LINE takes {violation.Limit}; found {violation.Found}."));

    private static IEnumerable<MenuFault> Picture(MenuDefinition menu)
    {
        var place = $"{menu.File}.png";
        var wanted = (menu.Menu.Size.Width, menu.Menu.Size.Height);
        if (PngSize.Of(menu.Image) is not { } size)
            yield return new MenuFault(place, "PNG ではありません。", "This is no PNG.");
        else if (size != wanted)
            yield return new MenuFault(place, $"画像は {size.Width}×{size.Height} ですが、定義は {wanted.Width}×{wanted.Height} です。", $"The picture has {size.Width}×{size.Height}, the definition says {wanted.Width}×{wanted.Height}.");
        if (menu.Image.Length > LargestImage)
            yield return new MenuFault(place, $"{menu.Image.Length} バイトあります。LINE の上限は 1 MB です。", $"The picture has {menu.Image.Length} bytes; LINE takes 1 MB.");
    }

    /// <summary>With no area outside and no two overlapping, the areas leave no gap exactly when their sizes add up to the picture's.</summary>
    private static IEnumerable<MenuFault> Cover(MenuDefinition menu)
    {
        var bounds = menu.Menu.Areas.Select(area => area.Bounds).ToList();
        for (var i = 0; i < bounds.Count; i++)
        {
            if (bounds[i].X < 0 || bounds[i].Y < 0 || bounds[i].X + bounds[i].Width > menu.Menu.Size.Width || bounds[i].Y + bounds[i].Height > menu.Menu.Size.Height)
                yield return new MenuFault(Area(menu, i), "画像からはみ出しています。", "It reaches beyond the picture.");
            for (var j = 0; j < i; j++)
            {
                if (Overlap(bounds[i], bounds[j]))
                    yield return new MenuFault(Area(menu, i), $"areas[{j}] と重なっています。", $"It overlaps areas[{j}].");
            }
        }
        var missing = (long)menu.Menu.Size.Width * menu.Menu.Size.Height - bounds.Sum(area => (long)area.Width * area.Height);
        if (missing > 0)
            yield return new MenuFault($"{menu.File}.json areas", $"どのエリアにも入らない部分が {missing} ピクセルあります。", $"{missing} pixels of the picture belong to no area.");
    }

    private static IEnumerable<MenuFault> Areas(MenuDefinition menu, IReadOnlySet<string> ownedActions)
    {
        foreach (var (index, area) in menu.Menu.Areas.Index())
        {
            if (string.IsNullOrWhiteSpace(area.Action.Label))
                yield return new MenuFault(Area(menu, index), "読み上げ用の label がありません。", "It has no label, which screen readers read.");
            if (area.Action is PostbackAction postback && !ownedActions.Contains(postback.Data.Split('?')[0]))
                yield return new MenuFault(Area(menu, index), $"'{postback.Data}' に応えるハンドラーがありません。", $"No handler answers '{postback.Data}'.");
        }
    }

    private static IEnumerable<MenuFault> SameTiles(MenuDefinition first, MenuDefinition other)
    {
        var (expected, found) = (Places(first), Places(other));
        if (!expected.SetEquals(found))
            yield return new MenuFault($"{other.File}.json areas", $"タイルの位置が {first.File}.json と違います。", $"Its tiles do not stand where those of {first.File}.json do.");
    }

    private static HashSet<(RichMenuBounds, string?)> Places(MenuDefinition menu) =>
        [.. menu.Menu.Areas.Select(area => (area.Bounds, (area.Action as PostbackAction)?.Data))];

    private static bool Overlap(RichMenuBounds a, RichMenuBounds b) =>
        a.X < b.X + b.Width && b.X < a.X + a.Width && a.Y < b.Y + b.Height && b.Y < a.Y + a.Height;

    private static string Area(MenuDefinition menu, int index) => $"{menu.File}.json areas[{index}]";
}
