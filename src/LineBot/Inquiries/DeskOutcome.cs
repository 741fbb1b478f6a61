namespace LineBot.Inquiries;

/// <summary>Why an operator's act was not done, or that it was.</summary>
public enum DeskResult
{
    Done,
    NotFound,
    Closed,

    /// <summary>Another operator has it: <see cref="DeskOutcome.TakenBy"/> says who.</summary>
    TakenByOther,

    /// <summary>Nobody has it: it has to be taken first.</summary>
    NotTaken,

    /// <summary>The customer has blocked the account: LINE would let the message vanish.</summary>
    CustomerGone,

    /// <summary>Empty, or longer than can be taken.</summary>
    NotThatText,

    /// <summary>The customer could not do this act at this moment, so nobody can propose it.</summary>
    NotPossible,
}

/// <param name="TakenBy">Who has the inquiry after the act, as far as it is known.</param>
/// <param name="Id">Of the message or note that was added.</param>
public sealed record DeskOutcome(DeskResult Result, string? TakenBy = null, long? Id = null)
{
    public bool IsDone => Result == DeskResult.Done;

    /// <summary>Why nothing can be done with an inquiry as it stands.</summary>
    internal static DeskOutcome Refusal(Inquiry? inquiry) => inquiry switch
    {
        null => new DeskOutcome(DeskResult.NotFound),
        { IsOpen: false } => new DeskOutcome(DeskResult.Closed, inquiry.TakenBy),
        { TakenBy: { } holder } => new DeskOutcome(DeskResult.TakenByOther, holder),
        _ => new DeskOutcome(DeskResult.NotTaken),
    };
}
