namespace LineBot.Inquiries;

public enum InquiryState
{
    /// <summary>In the queue; nobody has taken it.</summary>
    Waiting,

    /// <summary>An operator has it.</summary>
    WithOperator,

    Closed,
}

/// <summary>One talk between a customer and the people of the company.</summary>
/// <param name="WaitingSince">Since when the last word is the customer's; null once it was answered, or when nothing was asked yet.</param>
/// <param name="ClosedBy"><c>customer</c> or <c>operator</c>; null while it is open, and where it was closed for being idle.</param>
/// <param name="TakenBy">The operator who has it, or had it when it was closed.</param>
/// <param name="TakenAt">Since when this operator has it.</param>
/// <param name="FirstTakenAt">When any operator first took it: the end of the customer's wait.</param>
/// <param name="ActiveAt">When either side last said something.</param>
/// <param name="ReplyTokenUntil">Until when an answer goes out free of charge; null where no reply token is left.</param>
/// <param name="Score">How content the customer was, 1 to 5; null where they did not say.</param>
/// <param name="ScoreReason">One of <see cref="ScoreReasons"/>; null where they did not say.</param>
public sealed record Inquiry(
    long Id, string LineUserId, DateTimeOffset OpenedAt, DateTimeOffset? WaitingSince, DateTimeOffset? ClosedAt, string? ClosedBy,
    string? TakenBy, DateTimeOffset? TakenAt, DateTimeOffset? FirstTakenAt, DateTimeOffset? ActiveAt, DateTimeOffset? ReplyTokenUntil,
    long? Score, string? ScoreReason)
{
    public bool IsOpen => ClosedAt is null;

    public InquiryState State => this switch
    {
        { ClosedAt: not null } => InquiryState.Closed,
        { TakenBy: not null } => InquiryState.WithOperator,
        _ => InquiryState.Waiting,
    };
}
