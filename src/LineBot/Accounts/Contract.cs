namespace LineBot.Accounts;

/// <summary>What a contract holder signed, without the password.</summary>
public sealed record Contract
{
    public required long Id { get; init; }

    /// <summary>Chosen at application, an e-mail address as a rule; kept in lower case.</summary>
    public required string LoginId { get; init; }

    public required string HolderName { get; init; }

    public required string HolderKana { get; init; }

    public required DateOnly BirthDate { get; init; }

    public string PostalCode { get; init; } = "";

    public string Address { get; init; } = "";

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }
}

/// <summary>What a sign-in is checked against.</summary>
public sealed record Credential
{
    public required long ContractId { get; init; }

    public required string PasswordHash { get; init; }
}
