namespace LineBot.Accounts;

/// <summary>A session that stands.</summary>
public sealed record Session
{
    public required long Id { get; init; }

    public required string LineUserId { get; init; }

    /// <summary>The contract that it is for; null when it reaches no more than what a user link opens.</summary>
    public long? ContractId { get; init; }

    public DateTimeOffset LastSeenAt { get; init; }
}
