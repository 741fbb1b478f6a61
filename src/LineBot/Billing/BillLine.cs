using LineBot.Language;

namespace LineBot.Billing;

/// <summary>One line of a bill.</summary>
public sealed record BillLine
{
    /// <summary>One of <see cref="BillLineKind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Null for what concerns the contract as a whole.</summary>
    public long? SubscriptionId { get; init; }

    public required string NameJa { get; init; }

    public required string NameEn { get; init; }

    /// <summary>Of a top-up, when it was bought; of a plan that is charged by its days, the first of them; otherwise null.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Tax included; negative where it is taken off.</summary>
    public required int Yen { get; init; }

    public string Name(Tongue tongue) => tongue.Say(NameJa, NameEn);
}

/// <summary>What a line is for, as stored.</summary>
public static class BillLineKind
{
    public const string Plan = "plan";
    public const string Option = "option";
    public const string TopUp = "top-up";
    public const string Credit = "credit";
}
