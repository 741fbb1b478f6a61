using LineBot.Accounts;
using LineBot.Applications;

namespace LineBot.Handlers.AddInvite;

/// <summary>What the application page shows.</summary>
/// <param name="Contracts">The holder's contracts to choose from; empty for a newcomer.</param>
/// <param name="KeepsPassword">A password was typed before and stays unless another is typed.</param>
public sealed record ApplyView(
    IReadOnlyList<Plan> Plans, IReadOnlyList<Contract> Contracts, ApplicationForm Form, IReadOnlyDictionary<ApplicationField, Fault> Faults,
    bool KeepsPassword)
{
    public bool IsNewContract => Contracts.Count == 0;
}

/// <summary>What the review page shows.</summary>
/// <param name="Contract">The contract to which the subscription is added; null for a new contract.</param>
/// <param name="Seal">The sealed draft.</param>
public sealed record ReviewView(ApplicationContent Content, Plan Plan, Contract? Contract, string Seal);
