namespace LineBot.Inquiries;

/// <summary>What a customer can tap as the reason of a score.</summary>
public static class ScoreReasons
{
    public const string Solved = "solved";
    public const string Quick = "quick";
    public const string Polite = "polite";
    public const string Unsolved = "unsolved";
    public const string Slow = "slow";
    public const string Unclear = "unclear";

    public static readonly IReadOnlyList<string> OfContent = [Solved, Quick, Polite];
    public static readonly IReadOnlyList<string> OfDiscontent = [Unsolved, Slow, Unclear];
    public static readonly IReadOnlyList<string> All = [.. OfContent, .. OfDiscontent];
}
