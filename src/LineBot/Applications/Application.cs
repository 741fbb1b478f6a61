namespace LineBot.Applications;

public enum ApplicationState
{
    /// <summary>Waits for somebody to look at it.</summary>
    Received,

    /// <summary>The contract, or the subscription, exists.</summary>
    Activated,

    /// <summary>Refused; nothing came of it.</summary>
    Declined,
}

/// <summary>Everything an applicant told, read and checked, ready to be received.</summary>
public sealed record ApplicationContent
{
    public required string PlanId { get; init; }

    /// <summary>Who will use the subscription.</summary>
    public required string UserName { get; init; }

    /// <summary>The contract to which a subscription is added; null for a new contract.</summary>
    public long? ContractId { get; init; }

    public string? LoginId { get; init; }

    public string? PasswordHash { get; init; }

    public string HolderName { get; init; } = "";

    public string HolderKana { get; init; } = "";

    /// <summary>1990-01-31, or empty.</summary>
    public string BirthDate { get; init; } = "";

    public string PostalCode { get; init; } = "";

    public string Address { get; init; } = "";

    public string? CampaignCode { get; init; }

    public string? InvitationCode { get; init; }

    public bool IsNewContract => ContractId is null;
}

/// <summary>An application as it stands. What was told is in <see cref="ApplicationStore.ContentOf"/>.</summary>
/// <param name="RequestId">From the review page; also the address under which the applicant sees what became of it.</param>
/// <param name="LineUserId">Whom to tell in the talk; null when the page was not opened from there.</param>
/// <param name="SubscriptionId">What came of it, once it is activated.</param>
public sealed record Application(
    long Id, string RequestId, string Kind, string State, string? LineUserId, string PlanId, string UserName, long? SubscriptionId,
    DateTimeOffset ReceivedAt, DateTimeOffset? SettledAt)
{
    public ApplicationState Stands => Enum.Parse<ApplicationState>(State, ignoreCase: true);

    public bool IsNewContract => Kind == "new-contract";

    /// <summary>What applicant and operator call it.</summary>
    public string Number => $"A-{Id:D6}";
}
