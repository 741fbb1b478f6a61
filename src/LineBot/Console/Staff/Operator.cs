namespace LineBot.Console.Staff;

/// <summary>What somebody at the console may do; each role may do what those before it may.</summary>
public enum OperatorRole
{
    /// <summary>Answers customers.</summary>
    Operator,

    /// <summary>Also decides on applications and set-aside events, reads the record, and writes the canned answers.</summary>
    Supervisor,

    /// <summary>Also decides who works at the console.</summary>
    Admin,
}

/// <summary>Somebody who works at the console.</summary>
/// <param name="Name">What they sign in with, lower case; it stands in the record and is never given to somebody else.</param>
/// <param name="DisplayName">What colleagues and customers read.</param>
/// <param name="HasGivenPassword">Somebody else chose or saw the password.</param>
/// <param name="DisabledAt">Since when they may no longer sign in; null for whoever may.</param>
public sealed record Operator(
    string Name, string DisplayName, bool HasGivenPassword, OperatorRole Role, DateTimeOffset CreatedAt, DateTimeOffset? DisabledAt)
{
    public bool IsDisabled => DisabledAt is not null;

    public bool May(OperatorRole role) => !IsDisabled && Role >= role;
}
