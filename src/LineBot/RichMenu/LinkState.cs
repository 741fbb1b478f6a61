namespace LineBot.RichMenu;

/// <summary>Which links a LINE account has. There is one rich menu for each.</summary>
public enum LinkState
{
    None,
    Contractor,
    User,
    Both,
}
