using LineBot.Accounts;

namespace LineBot.Handlers.AddInvite;

/// <summary>Who fills in an application.</summary>
/// <param name="Customer">The LINE account with the links of this moment; null for somebody who came without one.</param>
/// <param name="Owner">Whose draft it is; null for a browser that has none yet.</param>
/// <param name="HasLateLink">The link from the talk was used before, ran out, or never was one.</param>
public sealed record Applicant(Customer? Customer, string? Owner, bool HasLateLink = false)
{
    /// <summary>A holder adds a subscription to a contract of theirs; everybody else signs a new one.</summary>
    public bool SignsNewContract => Customer is not { IsContractHolder: true };
}
