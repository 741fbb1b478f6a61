using LineBot.Accounts;
using LineBot.Applications;

namespace LineBot.Handlers.AddInvite;

/// <summary>What a step of the application shows.</summary>
public sealed record ApplyView
{
    public required ApplyStep Step { get; init; }

    public required IReadOnlyList<Plan> Plans { get; init; }

    /// <summary>The holder's contracts to choose from; empty for a new contract.</summary>
    public required IReadOnlyList<Contract> Contracts { get; init; }

    public required ApplicationForm Form { get; init; }

    /// <summary>What is said beside a field.</summary>
    public required IReadOnlyDictionary<ApplicationField, string> Faults { get; init; }

    /// <summary>A password was typed before and stays unless another is typed.</summary>
    public required bool KeepsPassword { get; init; }

    /// <summary>The applicant comes back to what was typed before.</summary>
    public required bool IsResumed { get; init; }

    /// <summary>The token of the link from the talk, or empty.</summary>
    public required string Link { get; init; }

    public required int LowestAge { get; init; }

    public required TimeSpan KeptFor { get; init; }

    public bool IsNewContract => Contracts.Count == 0;
}

/// <summary>What the review page shows.</summary>
/// <param name="Contract">The contract to which the subscription is added; null for a new contract.</param>
/// <param name="RequestId">What is sent by it.</param>
/// <param name="Link">The token of the link from the talk, or empty.</param>
/// <param name="IsResumed">The applicant comes back to what was typed before.</param>
public sealed record ReviewView(ApplicationContent Content, Plan Plan, Contract? Contract, string RequestId, string Link, bool IsResumed);
