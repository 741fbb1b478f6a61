using LineBot.Language;

namespace LineBot.Accounts;

/// <summary>One SIM and its phone number (回線), with its plan of today.</summary>
public sealed record Subscription
{
    public required long Id { get; init; }

    public required long ContractId { get; init; }

    /// <summary>As it is shown, with hyphens: 080-0000-0001.</summary>
    public required string PhoneNumber { get; init; }

    /// <summary>Who uses it, as the contract holder named them.</summary>
    public required string UserName { get; init; }

    public required string PlanId { get; init; }

    /// <summary>The plan from the next 1st (JST), where a change waits.</summary>
    public string? NextPlanId { get; init; }

    public DateTimeOffset ActivatedAt { get; init; }

    public DateTimeOffset? AgeVerifiedAt { get; init; }

    public string PlanNameJa { get; init; } = "";

    public string PlanNameEn { get; init; } = "";

    /// <summary>What the plan grants each month, in KB.</summary>
    public long PlanDataKb { get; init; }

    /// <summary>Tax included.</summary>
    public int PlanMonthlyYen { get; init; }

    public bool HasVoice { get; init; }

    public string PlanName(Tongue tongue) => tongue.Say(PlanNameJa, PlanNameEn);
}
