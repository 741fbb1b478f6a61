using System.Text.RegularExpressions;
using LineBot.Language;
using LineBot.RichMenu.Publishing;

namespace LineBot.RichMenu;

/// <summary>How a menu is called: in the folder, as an alias on the channel, and as a published menu that carries the hashes of its content.</summary>
public static partial class MenuNames
{
    /// <summary>How many digits of a hash stand in a name.</summary>
    public const int HashLength = 8;

    /// <summary>Stands on the channel from before the first alias is pointed at another menu until all is done; whoever publishes next goes on.</summary>
    public const string Applying = "linebot-applying";

    public static IEnumerable<(LinkState State, Tongue Tongue)> All =>
        from state in Enum.GetValues<LinkState>()
        from tongue in new[] { Tongue.Japanese, Tongue.English }
        select (state, tongue);

    /// <summary>The aliases of all menus, in the order of <see cref="All"/>.</summary>
    public static IReadOnlyList<string> Aliases { get; } = [.. All.Select(menu => Alias(menu.State, menu.Tongue))];

    /// <summary>What a customer without links, and everybody before they were looked up, sees.</summary>
    public static string DefaultAlias { get; } = Alias(LinkState.None, Tongue.Japanese);

    public static string Of(LinkState state) => state switch
    {
        LinkState.None => "none",
        LinkState.Contractor => "contractor",
        LinkState.User => "user",
        _ => "both",
    };

    /// <summary>The file's name without its ending: <c>none</c> in Japanese, <c>none.en</c> in English.</summary>
    public static string File(LinkState state, Tongue tongue) => tongue.IsJapanese ? Of(state) : $"{Of(state)}.{tongue.Code}";

    public static string Alias(LinkState state, Tongue tongue) => $"linebot-{Of(state)}-{tongue.Code}";

    /// <summary>The alias that keeps the menu that was behind <paramref name="alias"/> before the last change.</summary>
    public static string Before(string alias) => $"{alias}-before";

    /// <summary>The name on the channel. The same content always has the same name, so what is published already is found again.</summary>
    public static string Published(string alias, string definitionHash, string pictureHash) => $"{alias}@{definitionHash}-{pictureHash}";

    /// <summary>Whether a menu on the channel was published by this project; all others are left alone.</summary>
    public static bool IsOwn(string publishedName) => Own().IsMatch(publishedName);

    /// <summary>The alias of a menu that this project published under <paramref name="publishedName"/>.</summary>
    public static string AliasOf(string publishedName) => publishedName[..publishedName.IndexOf('@', StringComparison.Ordinal)];

    /// <summary>In what two menus differ, by the hashes in their names; in nothing that can be told where one of them is not ours.</summary>
    public static MenuDifference DifferenceOf(string one, string other)
    {
        if (!IsOwn(one) || !IsOwn(other))
            return MenuDifference.None;
        return (one[DefinitionOf(one)] == other[DefinitionOf(other)] ? MenuDifference.None : MenuDifference.Definition)
            | (one[^HashLength..] == other[^HashLength..] ? MenuDifference.None : MenuDifference.Picture);
    }

    private static Range DefinitionOf(string name)
    {
        var start = name.IndexOf('@', StringComparison.Ordinal) + 1;
        return start..(start + HashLength);
    }

    // The hyphen between the two hashes is lacking in the names that were published first.
    [GeneratedRegex("^linebot-(none|contractor|user|both)-(ja|en)@[0-9a-f]{8}-?[0-9a-f]{8}$")]
    private static partial Regex Own();
}
