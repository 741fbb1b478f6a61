namespace LineBot.Data;

/// <summary>Why a present cannot be given.</summary>
public enum PresentRefusal
{
    /// <summary>Presents rest around the month's turn.</summary>
    Closed,

    /// <summary>Less than one unit of plan data is left.</summary>
    NothingToGive,

    /// <summary>The two subscriptions have nothing to do with each other.</summary>
    NoPartner,

    /// <summary>The receiver has no user link yet.</summary>
    ReceiverNotLinked,

    /// <summary>This receiver has had all that one giver may give within a month.</summary>
    MonthFull,

    /// <summary>Not a multiple of the unit, or more than <see cref="PresentTerms.MostKb"/>.</summary>
    NotThatMuch,
}

/// <summary>What a subscription can give at one instant, or why it cannot.</summary>
/// <param name="MostKb">The largest present, a multiple of the unit.</param>
public sealed record PresentTerms(Balance GiverBalance, long MostKb)
{
    public PresentRefusal? Refusal { get; init; }

    /// <summary>When presents open again, where they rest.</summary>
    public DateTimeOffset? ClosedUntil { get; init; }

    /// <summary>The one who would receive, once somebody was chosen.</summary>
    public Partner? Receiver { get; init; }

    public Balance? ReceiverBalance { get; init; }

    /// <summary>How much one giver may give the receiver within a month.</summary>
    public long LimitKb { get; init; }
}

/// <summary>What became of a wish to give.</summary>
/// <param name="Terms">The terms before the present was given, or as they are now where it had been given earlier.</param>
/// <param name="Present">The one present of this request, or null where it was refused.</param>
/// <param name="IsNew">False for every answer but the first.</param>
public sealed record PresentOutcome(PresentTerms Terms, Present? Present, bool IsNew);
