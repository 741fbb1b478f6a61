using LineBot.Language;

namespace LineBot.Accounts;

/// <summary>特典: what a contract gets on the grant date if its contractor link has stood without a break until then.</summary>
public sealed record Reward
{
    public required long Id { get; init; }

    /// <summary>Null for an inviter who has linked no contract yet.</summary>
    public long? ContractId { get; init; }

    /// <summary>Whom it is told, at last who got it: the LINE account that holds the contract, else the applicant's or the inviter's. Null for nobody.</summary>
    public string? LineUserId { get; init; }

    /// <summary><c>applicant</c> or <c>inviter</c>.</summary>
    public string Side { get; init; } = "applicant";

    /// <summary>One of <see cref="RewardState"/>.</summary>
    public required string State { get; init; }

    /// <summary>One of <see cref="RewardLoss"/>, of a forfeited one.</summary>
    public string? LostBy { get; init; }

    /// <summary>特典付与日.</summary>
    public required DateOnly GrantOn { get; init; }

    public DateTimeOffset? SettledAt { get; init; }

    public required string NameJa { get; init; }

    public required string NameEn { get; init; }

    public required string Kind { get; init; }

    public required int Amount { get; init; }

    public bool IsInviters => Side == "inviter";

    public bool IsOpen => State is RewardState.Enrolled or RewardState.AtRisk or RewardState.OnTrack;

    public string Name(Tongue tongue) => tongue.Say(NameJa, NameEn);

    /// <summary>Until the grant date; 0 for a reward that is settled or due.</summary>
    public int DaysToGo(DateOnly today) => IsOpen ? Math.Max(0, GrantOn.DayNumber - today.DayNumber) : 0;

    /// <summary>How much of what: "1,000ポイント".</summary>
    public string Worth(Tongue tongue) => tongue.Worth(Kind, Amount);
}

/// <summary>How a reward stands, as it is stored.</summary>
public static class RewardState
{
    /// <summary>The contract has no contractor link yet.</summary>
    public const string Enrolled = "enrolled";

    /// <summary>Still none; the customer is reminded.</summary>
    public const string AtRisk = "at-risk";

    /// <summary>Linked: it is granted if that lasts.</summary>
    public const string OnTrack = "on-track";

    public const string Granted = "granted";

    /// <summary>For good.</summary>
    public const string Forfeited = "forfeited";
}

/// <summary>Why a reward was forfeited, as it is stored.</summary>
public static class RewardLoss
{
    public const string LinkUndone = "link-undone";

    /// <summary>There was no contractor link by the grant date.</summary>
    public const string NotLinked = "not-linked";

    public const string ContractEnded = "contract-ended";
}

/// <summary>Rewards as customers read them.</summary>
internal static class RewardWords
{
    public static string Worth(this Tongue tongue, string kind, int amount) => kind == "points"
        ? tongue.Say($"{Amounts.Number(amount)}ポイント", $"{Amounts.Number(amount)} points")
        : tongue.Say($"{tongue.Yen(amount)}分", $"{tongue.Yen(amount)} credit");

    /// <summary>Why it was lost, as a sentence.</summary>
    public static string WhyLost(this Tongue tongue, Reward reward) => reward.LostBy switch
    {
        RewardLoss.NotLinked => tongue.Say("特典付与日までに契約者連携がなかったため、対象外になりました。", "There was no contractor link by the grant date."),
        RewardLoss.ContractEnded => tongue.Say("特典付与日より前にご契約が終わったため、対象外になりました。", "The contract ended before the grant date."),
        _ => tongue.Say("特典付与日より前に契約者連携が解除されたため、対象外になりました。", "The contractor link was undone before the grant date."),
    };
}
