namespace LineBot.Inquiries;

/// <summary>An act that an operator proposed; nothing of it is done before the customer's tap.</summary>
/// <param name="Kind">One of <see cref="ProposalKinds"/>.</param>
/// <param name="State"><c>open</c>, <c>done</c>, <c>declined</c> or <c>refused</c> (it could no longer be done when it was tapped).</param>
/// <param name="Seen">When the user code was issued that the act was offered upon; null for other acts.</param>
public sealed record Proposal(
    long Id, long InquiryId, string Kind, long? ContractId, long? SubscriptionId, long? Mb, long? Yen, long? Seen, string ProposedBy,
    DateTimeOffset ProposedAt, DateTimeOffset ExpiresAt, string State, DateTimeOffset? SettledAt)
{
    public bool IsOpenAt(DateTimeOffset now) => State == "open" && now < ExpiresAt;
}

public static class ProposalKinds
{
    public const string ReissueCode = "reissue-code";
    public const string UndoUserLink = "undo-user-link";
    public const string UndoContractorLink = "undo-contractor-link";
    public const string TopUp = "top-up";
}

/// <summary>What an operator can propose to one customer at this moment.</summary>
/// <param name="ContractId">Whose contract; null for the customer's own user link.</param>
/// <param name="Mb">Of a top-up.</param>
/// <param name="Yen">Its price, tax included.</param>
/// <param name="Seen">As <see cref="Proposal.Seen"/>.</param>
public sealed record PossibleAct(string Kind, long? ContractId, long? SubscriptionId, int? Mb = null, int? Yen = null, long? Seen = null)
{
    /// <summary>The phone number or login ID that it is about.</summary>
    public string About { get; init; } = "";

    /// <summary>Names the act among those that are possible: <c>top-up:2:500</c>.</summary>
    public string Id => string.Join(':', new object?[] { Kind, SubscriptionId ?? ContractId, Mb }.Where(part => part is not null));
}
