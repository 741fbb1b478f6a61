namespace LineBot.RichMenu.Publishing;

/// <summary>How a plan is carried out, and who hears of it.</summary>
public sealed class PublishingWays
{
    /// <summary>The store's customers, who get their menus by name; without them, LINE moves whoever has an old menu.</summary>
    public CustomerMenus? Customers { get; init; }

    /// <summary>How long is waited in all where LINE takes no more calls of a kind. Zero stops at once.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.Zero;

    /// <summary>How long LINE is given to move everybody.</summary>
    public TimeSpan LongestMove { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>A step is begun.</summary>
    public Action<MenuStep> Begins { get; init; } = _ => { };

    /// <summary>A step is done.</summary>
    public Action<MenuStep> Done { get; init; } = _ => { };

    /// <summary>So much of it all is done, 0 to 1.</summary>
    public Action<double> Advances { get; init; } = _ => { };

    /// <summary>LINE takes no more for now.</summary>
    public Action<RateLimitPause> Waits { get; init; } = _ => { };
}
