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

    /// <summary>The first day on which an application is taken.</summary>
    public required DateOnly StartsOn { get; init; }

    /// <summary>The last one.</summary>
    public required DateOnly EndsOn { get; init; }

    /// <summary><c>code</c>: by typing <see cref="Code"/>; <c>invitation</c>: both sides of an invitation, whose code nobody types.</summary>
    public string Entry { get; init; } = "code";

    /// <summary>Granted on the last day of this month, the month of activation being the first.</summary>
    public int GrantMonth { get; init; } = 3;

    /// <summary>How many applications are taken; null for any number.</summary>
    public int? Cap { get; init; }

    public bool IsRunning(DateOnly day) => StartsOn <= day && day <= EndsOn;

    /// <summary>特典付与日 of whoever is activated at <paramref name="activatedAt"/>.</summary>
    public DateOnly GrantDate(DateTimeOffset activatedAt) =>
        JapanTime.FirstOfMonth(JapanTime.DayOf(activatedAt)).AddMonths(GrantMonth).AddDays(-1);

    public string Name(Tongue tongue) => tongue.Say(NameJa, NameEn);

    /// <inheritdoc cref="Reward.Worth"/>
    public string Worth(Tongue tongue) => tongue.Worth(Kind, Amount);
}
