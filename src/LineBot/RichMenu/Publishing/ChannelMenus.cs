using System.Net;
using Line.Messaging;

namespace LineBot.RichMenu.Publishing;

/// <summary>What stands on the channel at one moment.</summary>
/// <param name="All">Every menu that was made through the API, whoever made it.</param>
/// <param name="Aliases">All aliases and the menus they point at.</param>
/// <param name="DefaultId">The default menu, whoever set it through the API; null without one.</param>
/// <param name="Unfinished">Those of <see cref="Own"/> that never got a picture, by id.</param>
public sealed record ChannelMenus(
    IReadOnlyList<StoredRichMenu> All, IReadOnlyDictionary<string, string> Aliases, string? DefaultId, IReadOnlySet<string> Unfinished)
{
    /// <summary>The menus that this project published; others are left alone.</summary>
    public IReadOnlyList<StoredRichMenu> Own { get; } = [.. All.Where(stored => MenuNames.IsOwn(stored.Menu.Name))];

    /// <summary>A change of the menus was begun and has not come to its end.</summary>
    public bool IsChanging => Aliases.ContainsKey(MenuNames.Applying);

    public static async Task<ChannelMenus> ReadAsync(LineMessagingClient line, CancellationToken cancel)
    {
        var menus = await line.ListRichMenusAsync(cancel);
        var aliases = (await line.ListRichMenuAliasesAsync(cancel)).ToDictionary(alias => alias.RichMenuAliasId, alias => alias.RichMenuId);
        var unfinished = new HashSet<string>();
        // LINE gives an alias only to a menu that has its picture; of the others a run that was cut off may have left some without.
        foreach (var stored in menus.Where(stored => MenuNames.IsOwn(stored.Menu.Name) && !aliases.ContainsValue(stored.RichMenuId)))
        {
            if (await line.DownloadRichMenuImageAsync(stored.RichMenuId, cancel) is null)
                unfinished.Add(stored.RichMenuId);
        }
        return new ChannelMenus(menus, aliases, await DefaultIdAsync(line, cancel), unfinished);
    }

    /// <summary>The published menu with exactly this content; of twins, the one that its alias points at, else one that has its picture.</summary>
    public StoredRichMenu? Find(MenuDefinition menu)
    {
        var name = menu.ToPublish().Name;
        return Own.Where(stored => stored.Menu.Name == name && menu.IsWhat(stored.Menu))
            .OrderByDescending(stored => IdBehind(menu.Alias) == stored.RichMenuId)
            .ThenBy(stored => Unfinished.Contains(stored.RichMenuId))
            .FirstOrDefault();
    }

    /// <summary>The menu that an alias points at; null where there is no such alias, or no such menu any more.</summary>
    public StoredRichMenu? Behind(string alias) => All.FirstOrDefault(stored => stored.RichMenuId == Aliases.GetValueOrDefault(alias));

    public string? IdBehind(string alias) => Behind(alias)?.RichMenuId;

    /// <summary>
    /// The menus from before the last change, by alias; null where one is missing. They are noted in such an order that they are all there
    /// only when all are of one time.
    /// </summary>
    public IReadOnlyDictionary<string, string>? Before { get; } = Complete(All, Aliases, MenuNames.Before);

    /// <summary>The menus that are shown, by alias; null where one is missing.</summary>
    public IReadOnlyDictionary<string, string>? Shown { get; } = Complete(All, Aliases, alias => alias);

    private static Dictionary<string, string>? Complete(
        IReadOnlyList<StoredRichMenu> all, IReadOnlyDictionary<string, string> aliases, Func<string, string> nameOf)
    {
        var ids = all.Select(stored => stored.RichMenuId).ToHashSet();
        var found = MenuNames.Aliases
            .Where(alias => aliases.TryGetValue(nameOf(alias), out var id) && ids.Contains(id))
            .ToDictionary(alias => alias, alias => aliases[nameOf(alias)]);
        return found.Count == MenuNames.Aliases.Count ? found : null;
    }

    private static async Task<string?> DefaultIdAsync(LineMessagingClient line, CancellationToken cancel)
    {
        try
        {
            return await line.GetDefaultRichMenuIdAsync(cancel);
        }
        catch (LineApiException e) when (e.StatusCode == HttpStatusCode.Forbidden)
        {
            // Set by hand in LINE Official Account Manager: one set through the API goes before it.
            return null;
        }
    }
}
