using System.Net;
using Line.Messaging;

namespace LineBot.RichMenu;

/// <summary>What stands on the channel at one moment, as far as it is ours.</summary>
/// <param name="Own">The menus that this project published, by name; others are not looked at.</param>
/// <param name="Aliases">All aliases and the menus they point at.</param>
/// <param name="DefaultId">The default menu, whoever set it through the API; null without one.</param>
public sealed record ChannelMenus(IReadOnlyList<StoredRichMenu> Own, IReadOnlyDictionary<string, string> Aliases, string? DefaultId)
{
    public static async Task<ChannelMenus> ReadAsync(LineMessagingClient line, CancellationToken cancel)
    {
        var menus = await line.ListRichMenusAsync(cancel);
        var aliases = await line.ListRichMenuAliasesAsync(cancel);
        return new ChannelMenus(
            [.. menus.Where(stored => MenuNames.IsOwn(stored.Menu.Name))],
            aliases.ToDictionary(alias => alias.RichMenuAliasId, alias => alias.RichMenuId),
            await DefaultIdAsync(line, cancel));
    }

    /// <summary>The published menu with exactly this content; of twins, the one that its alias points at.</summary>
    public StoredRichMenu? Find(MenuDefinition menu)
    {
        var name = menu.ToPublish().Name;
        return Own.Where(stored => stored.Menu.Name == name).OrderByDescending(stored => IsBehindAlias(menu, stored.RichMenuId)).FirstOrDefault();
    }

    public bool IsBehindAlias(MenuDefinition menu, string richMenuId) => Aliases.GetValueOrDefault(menu.Alias) == richMenuId;

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
