using System.Text.RegularExpressions;
using LineBot.Language;

namespace LineBot.RichMenu;

/// <summary>How a menu is called: in the folder, as an alias on the channel, and as a published menu that carries the hash of its content.</summary>
public static partial class MenuNames
{
    public static IEnumerable<(LinkState State, Tongue Tongue)> All =>
        from state in Enum.GetValues<LinkState>()
        from tongue in new[] { Tongue.Japanese, Tongue.English }
        select (state, tongue);

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

    /// <summary>The name on the channel. The same content always has the same name, so what is published already is found again.</summary>
    public static string Published(string alias, string contentHash) => $"{alias}@{contentHash}";

    /// <summary>Whether a menu on the channel was published by this project; all others are left alone.</summary>
    public static bool IsOwn(string publishedName) => Own().IsMatch(publishedName);

    /// <summary>The alias of a menu that this project published under <paramref name="publishedName"/>.</summary>
    public static string AliasOf(string publishedName) => publishedName[..publishedName.IndexOf('@', StringComparison.Ordinal)];

    [GeneratedRegex("^linebot-(none|contractor|user|both)-(ja|en)@[0-9a-f]{16}$")]
    private static partial Regex Own();
}
