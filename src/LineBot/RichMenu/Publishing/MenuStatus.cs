using Line.Messaging;

namespace LineBot.RichMenu.Publishing;

/// <summary>
/// How one menu on the channel stands to the folder. A menu on the channel never changes, so its name tells its content; its definition is
/// compared all the same, in case that somebody made it by hand.
/// </summary>
/// <param name="Menu">The alias, <c>default</c>, or the menu's name on the channel.</param>
/// <param name="RichMenuId">The menu that is there now.</param>
public sealed record MenuStatus(string Menu, MenuState State, MenuDifference Differs, string? RichMenuId)
{
    public static IReadOnlyList<MenuStatus> Of(MenuFolder folder, ChannelMenus channel)
    {
        var rows = folder.Menus.Select(menu => Compare(menu.Alias, menu, channel.Behind(menu.Alias))).ToList();
        var standard = folder.Menus.Single(menu => menu.Alias == MenuNames.DefaultAlias);
        rows.Add(Compare("default", standard, channel.All.FirstOrDefault(stored => stored.RichMenuId == channel.DefaultId)));
        if (channel.IsChanging)
            rows.Add(new MenuStatus(MenuNames.Applying, MenuState.Changing, MenuDifference.None, null));
        var shown = MenuNames.Aliases.Select(channel.IdBehind).ToHashSet();
        rows.AddRange(channel.Own.Where(stored => !shown.Contains(stored.RichMenuId)).Select(stored => new MenuStatus(
            stored.Menu.Name, channel.Before?.Values.Contains(stored.RichMenuId) == true ? MenuState.Kept : MenuState.Old, MenuDifference.None, stored.RichMenuId)));
        return rows;
    }

    private static MenuStatus Compare(string what, MenuDefinition menu, StoredRichMenu? shown)
    {
        if (shown is null)
            return new MenuStatus(what, MenuState.Missing, MenuDifference.None, null);
        var name = menu.ToPublish().Name;
        return shown.Menu.Name != name ? new MenuStatus(what, MenuState.Outdated, MenuNames.DifferenceOf(name, shown.Menu.Name), shown.RichMenuId)
            : menu.IsWhat(shown.Menu) ? new MenuStatus(what, MenuState.Current, MenuDifference.None, shown.RichMenuId)
            : new MenuStatus(what, MenuState.Forged, MenuDifference.Definition, shown.RichMenuId);
    }
}

public enum MenuState
{
    Current,
    Outdated,

    /// <summary>It has the name of the folder's menu and other areas, size or chat bar: made by hand.</summary>
    Forged,
    Missing,

    /// <summary>A change was begun and has not come to its end.</summary>
    Changing,

    /// <summary>Shown before the last change; going back shows it again.</summary>
    Kept,

    /// <summary>Left over.</summary>
    Old,
}
