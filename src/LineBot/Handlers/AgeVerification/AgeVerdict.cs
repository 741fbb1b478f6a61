using LineBot.Accounts;

namespace LineBot.Handlers.AgeVerification;

/// <summary>What came of a user code and a birth date.</summary>
public sealed record AgeVerdict(AgeResult Result)
{
    /// <summary>The code's subscription, when the age is verified, now or before.</summary>
    public Subscription? Subscription { get; init; }

    /// <summary>What is known of a code that was refused.</summary>
    public UserCode? Code { get; init; }

    /// <summary>When there were too many tries: nothing was checked, and nothing will be before then.</summary>
    public DateTimeOffset? TryAgainAt { get; init; }
}

public enum AgeResult
{
    /// <summary>Verified now; the code is spent.</summary>
    Verified,

    /// <summary>It was verified before. A code that was still good is good yet.</summary>
    VerifiedAlready,

    /// <summary>The code is unknown, spent on a user link, replaced, or of a subscription that has ended.</summary>
    Refused,

    /// <summary>Under the age; the code is good yet.</summary>
    TooYoung,

    TooManyTries,
}
