namespace LineBot.Data;

/// <summary>A subscription that another one may give data to: of the same contract, or exchanged with before.</summary>
public sealed record Partner
{
    public required long SubscriptionId { get; init; }

    public required string PhoneNumber { get; init; }

    /// <summary>As the contract holder named the user.</summary>
    public required string UserName { get; init; }

    public required bool IsOfSameContract { get; init; }

    /// <summary>The LINE account of its user, or null without a user link.</summary>
    public string? LineUserId { get; init; }

    /// <summary>The name in LINE, where known.</summary>
    public string? DisplayName { get; init; }

    public bool IsLinked => LineUserId is not null;

    /// <summary>
    /// The name that the other one may know it by: what stands in a contract is for those of that contract alone. Null where there is none.
    /// </summary>
    public string? Name => IsOfSameContract ? UserName : DisplayName;
}
