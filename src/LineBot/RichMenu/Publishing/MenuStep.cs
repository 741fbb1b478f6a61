namespace LineBot.RichMenu.Publishing;

/// <summary>One thing that a plan does on the channel.</summary>
/// <param name="Subject">What it is done to: an alias, or a menu's name on the channel.</param>
public sealed record MenuStep(MenuAct Act, string Subject)
{
    /// <summary>The alias whose menu it is about; null where it is about all.</summary>
    public string? Alias { get; init; }

    /// <summary>LINE's id of a menu that is there already.</summary>
    public string? RichMenuId { get; init; }

    /// <summary>For a creation: what differs from the menu that is shown.</summary>
    public MenuDifference Difference { get; init; }

    /// <summary>How many customers it concerns, where that is known.</summary>
    public int? Customers { get; init; }
}

/// <summary>In the order in which they are done.</summary>
public enum MenuAct
{
    Create,
    Upload,

    /// <summary>Notes the menus that are shown as those to go back to.</summary>
    Keep,

    /// <summary>From here on, customers may see the new menus, and whoever publishes next goes on.</summary>
    Begin,
    Point,
    SetDefault,

    /// <summary>Until every running service has noticed the new menus, so that none gives out an old one any more.</summary>
    Wait,

    /// <summary>Gives each customer of the store the menu of their links.</summary>
    Link,

    /// <summary>LINE gives everybody who still has an old menu the new one.</summary>
    Move,
    Remove,
    Finish,
}

[Flags]
public enum MenuDifference
{
    None = 0,
    Definition = 1,
    Picture = 2,
}
