using System.Text.RegularExpressions;
using LineBot.Language;
using LineBot.Simulator.Platform;

namespace LineBot.Simulator.Phones.Screens;

/// <summary>
/// What is written beside a phone's name. The simulator cannot look into the bot's store; it tells the links by the rich menu
/// that the bot has given the user, as the user's own eyes would. Another bot's menu is called by its name.
/// </summary>
public sealed partial record LinkLabel(string State, string Japanese, string English)
{
    public static LinkLabel Of(LinePhone phone) =>
        phone.IsBlocking ? new("blocking", "ブロック中", "Blocking")
        : !phone.IsFriend ? new("stranger", "友だち追加前", "Not a friend yet")
        : phone.RichMenu is not { } menu ? new("none", "メニューなし", "No menu")
        : Own().Match(menu.Name) is { Success: true } own ? OfLinks(own.Groups[1].Value)
        : new("other", menu.Name, menu.Name);

    public string In(Tongue tongue) => tongue.Say(Japanese, English);

    private static LinkLabel OfLinks(string links) => links switch
    {
        "contractor" => new(links, "契約者連携", "Contractor link"),
        "user" => new(links, "利用者連携", "User link"),
        "both" => new(links, "契約者連携＋利用者連携", "Both links"),
        _ => new(links, "未連携", "No link"),
    };

    [GeneratedRegex("^linebot-(none|contractor|user|both)-")]
    private static partial Regex Own();
}
