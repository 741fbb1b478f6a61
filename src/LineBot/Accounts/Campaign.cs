using LineBot.Language;

namespace LineBot.Accounts;

/// <summary>A campaign that an application can be enrolled in by its code.</summary>
public sealed record Campaign
{
    public required string Id { get; init; }

    public required string NameJa { get; init; }

    public required string NameEn { get; init; }

    /// <summary>What an applicant types.</summary>
    public required string Code { get; init; }

    /// <summary><c>points</c> (LINE points) or <c>balance</c> (yen off the bill).</summary>
    public required string Kind { get; init; }

    public required int Amount { get; init; }

    public required DateOnly StartsOn { get; init; }

    public required DateOnly EndsOn { get; init; }
}

/// <summary>特典: what a contract gets on the grant date if its contractor link has stood without a break until then.</summary>
public sealed record Reward
{
    public required long Id { get; init; }

    public required long ContractId { get; init; }

    /// <summary><c>enrolled</c>, <c>granted</c> or <c>forfeited</c>.</summary>
    public required string State { get; init; }

    /// <summary>特典付与日.</summary>
    public required DateOnly GrantOn { get; init; }

    public DateTimeOffset? SettledAt { get; init; }

    public required string NameJa { get; init; }

    public required string NameEn { get; init; }

    public required string Kind { get; init; }

    public required int Amount { get; init; }

    public string Name(Tongue tongue) => tongue.Say(NameJa, NameEn);

    /// <summary>Until the grant date; 0 for a reward that is settled or due.</summary>
    public int DaysToGo(DateOnly today) => State == "enrolled" ? Math.Max(0, GrantOn.DayNumber - today.DayNumber) : 0;

    /// <summary>How much of what: "LINEポイント 1,000ポイント".</summary>
    public string Worth(Tongue tongue) => Kind == "points"
        ? tongue.Say($"{Amounts.Number(Amount)}ポイント", $"{Amounts.Number(Amount)} points")
        : tongue.Say($"{tongue.Yen(Amount)}分", $"{tongue.Yen(Amount)} credit");
}
