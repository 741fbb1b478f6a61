using Line.Messaging;

namespace LineBot.RichMenu.Publishing;

/// <summary>How one menu on the channel stands to the folder. A menu on the channel never changes, so its name tells its content.</summary>
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
        var name = menu.ToPublish().Name;
        return shown is null
            ? new MenuStatus(what, MenuState.Missing, MenuDifference.None, null)
            : new MenuStatus(what, shown.Menu.Name == name ? MenuState.Current : MenuState.Outdated, MenuNames.DifferenceOf(name, shown.Menu.Name), shown.RichMenuId);
    }
}

public enum MenuState
{
    Current,
    Outdated,
    Missing,

    /// <summary>A change was begun and has not come to its end.</summary>
    Changing,

    /// <summary>Shown before the last change; going back shows it again.</summary>
    Kept,

    /// <summary>Left over.</summary>
    Old,
}
