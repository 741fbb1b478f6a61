namespace LineBot.Data;

/// <summary>What the network says a subscription used. A report is known by subscription, day and sequence.</summary>
/// <param name="Day">The Japanese day of the usage.</param>
/// <param name="Sequence">Which report of that day.</param>
/// <param name="Revision">0 at first; a correction carries a higher one and replaces what it corrects, whichever arrives first.</param>
public sealed record UsageReport(long SubscriptionId, DateOnly Day, int Sequence, long UsedKb, int Revision = 0)
{
    /// <summary>More than any network carries to one subscription in one report (10 TB): a fault of the sender.</summary>
    public const long MostKb = 10_000_000_000;
}

/// <summary>What became of a report.</summary>
public enum UsageVerdict
{
    /// <summary>New, and in the balance now.</summary>
    Booked,

    /// <summary>It replaced an earlier revision; the balance follows.</summary>
    Corrected,

    /// <summary>Known already, word for word. Nothing changed.</summary>
    Duplicate,

    /// <summary>A higher revision is known already. Kept, but nothing changed.</summary>
    Outdated,

    /// <summary>The same revision is known with another amount: a correction needs a higher revision. Nothing changed.</summary>
    Conflicting,

    /// <summary>Of a day that has not begun in Japan. Nothing changed.</summary>
    InFuture,

    /// <summary>Of a month that is closed for corrections. Nothing changed.</summary>
    TooOld,

    /// <summary>A negative amount, or more than <see cref="UsageReport.MostKb"/>. Nothing changed.</summary>
    Impossible,

    /// <summary>No subscription has that phone number or id. Nothing changed.</summary>
    UnknownSubscription,

    /// <summary>Something of the row cannot be read. Nothing changed.</summary>
    Unreadable,
}
