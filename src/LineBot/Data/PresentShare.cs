namespace LineBot.Data;

/// <summary>A present that was put behind a link, for the first who claims it.</summary>
public sealed record PresentShare
{
    public required long Id { get; init; }

    public required long GiverId { get; init; }

    public required long Kb { get; init; }

    public required DateTimeOffset SharedAt { get; init; }

    /// <summary>From this instant on it cannot be claimed any more, whether it was given back yet or not.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    public required ShareState State { get; init; }

    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>The giver's name in LINE, where known.</summary>
    public string? GiverName { get; init; }

    /// <summary>Who claimed it.</summary>
    public long? ReceiverId { get; init; }

    public bool CanBeClaimed(DateTimeOffset now) => State == ShareState.Waiting && now < ExpiresAt;
}

/// <summary>What became of a present behind a link. It waits, and then has one end.</summary>
public enum ShareState
{
    Waiting,
    Claimed,

    /// <summary>Nobody claimed it in time: it is the giver's again.</summary>
    Returned,

    /// <summary>The giver took it back.</summary>
    Cancelled,
}

/// <summary>A wish to put a present behind a link. The request id comes from the confirmation that was shown and stands for exactly one share.</summary>
public sealed record ShareRequest(string RequestId, long GiverId, long Kb);

/// <summary>What became of a wish to share.</summary>
/// <param name="Terms">The terms before the present was taken, or as they are now where it had been taken earlier.</param>
/// <param name="Share">The one share of this request, or null where it was refused.</param>
/// <param name="Code">What the link has to carry, told this once: the store keeps a hash. Null for every answer but the first.</param>
public sealed record ShareOutcome(PresentTerms Terms, PresentShare? Share, string? Code);

/// <summary>Why a present behind a link cannot be claimed.</summary>
public enum ClaimRefusal
{
    /// <summary>There is no such link.</summary>
    Unknown,

    /// <summary>Somebody else has it.</summary>
    TakenByAnother,

    /// <summary>It ran out, or its giver took it back.</summary>
    Over,

    /// <summary>The giver's own.</summary>
    Own,

    /// <summary>The claimer has had all that one giver may give within a month.</summary>
    MonthFull,
}

/// <summary>What became of a claim.</summary>
/// <param name="Present">The present, for its receiver; null where it was refused.</param>
/// <param name="IsNew">False for every claim of the same receiver but the first.</param>
public sealed record ClaimOutcome(PresentShare? Share, Present? Present = null, bool IsNew = false)
{
    public ClaimRefusal? Refusal { get; init; }

    /// <summary>How much one giver may give the claimer within a month, where that is why it was refused.</summary>
    public long LimitKb { get; init; }

    /// <summary>Whether the claimer's connection was slowed before.</summary>
    public bool WasSlow { get; init; }
}
