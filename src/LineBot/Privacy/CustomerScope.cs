namespace LineBot.Privacy;

/// <summary>All that is one customer's: a LINE account with the contracts that it holds, or a contract with the account that holds it.</summary>
/// <param name="Subscriptions">Of the contracts.</param>
/// <param name="Used">A subscription that the account uses under somebody else's contract; null for none.</param>
public sealed record CustomerScope(
    IReadOnlyList<string> Accounts, IReadOnlyList<long> Contracts, IReadOnlyList<long> Subscriptions, long? Used)
{
    public bool IsEmpty => Accounts.Count == 0 && Contracts.Count == 0;
}

/// <summary>A customer in a list of those who were looked for.</summary>
public sealed record CustomerFound
{
    public long? ContractId { get; init; }

    public string? LoginId { get; init; }

    public string? HolderName { get; init; }

    public string? LineUserId { get; init; }

    public DateTimeOffset? EndedAt { get; init; }
}
