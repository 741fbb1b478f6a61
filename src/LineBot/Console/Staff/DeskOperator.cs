namespace LineBot.Console.Staff;

/// <summary>Somebody who works at the console.</summary>
/// <param name="Name">What they sign in with, lower case; it stands in the record and is never given to somebody else.</param>
/// <param name="DisplayName">What colleagues and customers read.</param>
/// <param name="HasGivenPassword">Somebody else chose or saw the password.</param>
/// <param name="DisabledAt">Since when they may no longer sign in; null for whoever may.</param>
public sealed record DeskOperator(
    string Name, string DisplayName, bool HasGivenPassword, OperatorRole Role, DateTimeOffset CreatedAt, DateTimeOffset? DisabledAt)
{
    public bool IsDisabled => DisabledAt is not null;

    public bool May(OperatorRole role) => !IsDisabled && Role >= role;
}
