using LineBot.Language;

namespace LineBot.Accounts;

/// <summary>A price plan of the catalogue.</summary>
public sealed record Plan
{
    public required string Id { get; init; }

    public required string NameJa { get; init; }

    public required string NameEn { get; init; }

    /// <summary>Data granted each month, in KB.</summary>
    public required long DataKb { get; init; }

    public required bool HasVoice { get; init; }

    /// <summary>Tax included.</summary>
    public required int MonthlyYen { get; init; }

    /// <summary>False for a plan that is kept by those who have it and no longer sold.</summary>
    public bool IsOffered { get; init; } = true;

    public int Position { get; init; }

    public string Name(Tongue tongue) => tongue.Say(NameJa, NameEn);
}
