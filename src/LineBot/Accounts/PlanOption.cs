using LineBot.Language;

namespace LineBot.Accounts;

/// <summary>Something a subscription can have beside its plan, such as traffic that is not counted.</summary>
public sealed record PlanOption
{
    public required string Id { get; init; }

    public required string NameJa { get; init; }

    public required string NameEn { get; init; }

    /// <summary>Tax included.</summary>
    public required int MonthlyYen { get; init; }

    public bool IsOffered { get; init; } = true;

    public int Position { get; init; }

    public string Name(Tongue tongue) => tongue.Say(NameJa, NameEn);
}
