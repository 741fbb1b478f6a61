using LineBot.Language;

namespace LineBot.RichMenu;

/// <summary>Something in the menus' folder that LINE, or a customer, would stumble over.</summary>
/// <param name="Place">The file and the place in it.</param>
public sealed record MenuFault(string Place, string Japanese, string English)
{
    public string In(Tongue tongue) => tongue.Say(Japanese, English);
}

/// <summary>The menus' folder cannot be read as a whole.</summary>
public sealed class MenuFolderException(IReadOnlyList<MenuFault> faults)
    : Exception(string.Join("\n", faults.Select(fault => $"{fault.Place}: {fault.English}")))
{
    public IReadOnlyList<MenuFault> Faults { get; } = faults;
}
