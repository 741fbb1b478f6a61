namespace LineBot.Applications;

public sealed class ApplicationOptions
{
    public const string Section = "Applications";

    /// <summary>Whether an application is activated at once. Without it an operator looks at each.</summary>
    public bool AutoApprove { get; set; }

    /// <summary>How long the page that was opened from the talk can be sent.</summary>
    public TimeSpan LinkLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long an application that is not sent yet is kept after its last change.</summary>
    public TimeSpan DraftLifetime { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How old a contract holder is at least.</summary>
    public int LowestAge { get; set; } = 18;

    /// <summary>How many subscriptions one contract has at most.</summary>
    public int MostSubscriptions { get; set; } = 5;

    /// <summary>The first number for applications that are activated at once. Those that an operator approves get theirs from the operator.</summary>
    public string FirstPhoneNumber { get; set; } = "080-0000-1001";

    public string LastPhoneNumber { get; set; } = "080-0000-9999";
}
