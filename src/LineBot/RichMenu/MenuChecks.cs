using Line.Messaging;

namespace LineBot.RichMenu;

/// <summary>
/// What has to hold of the menus before they are published: LINE's rules, a picture that fits and can be read, no gap and no overlap between the areas,
/// a handler behind each of them, and the same tiles in the same places in all menus.
/// </summary>
public static class MenuChecks
{
    /// <param name="ownedActions">What buttons may carry, such as <c>data-remaining@1</c>.</param>
    /// <returns>Everything that is wrong; nothing where all is well.</returns>
    public static IReadOnlyList<MenuFault> Of(MenuFolder folder, IReadOnlySet<string> ownedActions) =>
    [
        .. folder.Menus.SelectMany(Limits),
        .. folder.Menus.AsParallel().AsOrdered().SelectMany(PictureChecks.Of),
        .. folder.Menus.SelectMany(Cover),
        .. folder.Menus.SelectMany(menu => Areas(menu, ownedActions)),
        .. folder.Menus.Skip(1).SelectMany(menu => SameTiles(folder.Menus[0], menu)),
    ];

    private static IEnumerable<MenuFault> Limits(MenuDefinition menu) =>
        RichMenuLimits.Check(menu.Menu).Select(violation => new MenuFault(
            $"{menu.File}.json {violation.Path}", $"LINE の制限外です: {violation.Limit} (現在 {violation.Found})", $"LINE takes {violation.Limit}; found {violation.Found}."));

    /// <summary>With no area outside and no two overlapping, the areas leave no gap exactly when their sizes add up to the picture's.</summary>
    private static IEnumerable<MenuFault> Cover(MenuDefinition menu)
    {
        var bounds = menu.Menu.Areas.Select(area => area.Bounds).ToList();
        for (var i = 0; i < bounds.Count; i++)
        {
            if (!IsInside(bounds[i], menu.Menu.Size))
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
            if (area.Action is RichMenuSwitchAction change && !MenuNames.Aliases.Contains(change.RichMenuAliasId))
                yield return new MenuFault(Area(menu, index), $"切り替え先 '{change.RichMenuAliasId}' のメニューがありません。", $"There is no menu '{change.RichMenuAliasId}' to switch to.");
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

    public static bool IsInside(RichMenuBounds area, RichMenuSize size) =>
        area is { X: >= 0, Y: >= 0, Width: > 0, Height: > 0 } && (long)area.X + area.Width <= size.Width && (long)area.Y + area.Height <= size.Height;

    private static bool Overlap(RichMenuBounds a, RichMenuBounds b) =>
        a.X < b.X + b.Width && b.X < a.X + a.Width && a.Y < b.Y + b.Height && b.Y < a.Y + a.Height;

    private static string Area(MenuDefinition menu, int index) => $"{menu.File}.json areas[{index}]";
}
