namespace LineBot.Knowledge.Search;

/// <summary>What is near to a question.</summary>
/// <param name="Owners">Nearest first, each with its nearness from 0 to 1.</param>
/// <param name="Unknown">How much of the question, from 0 to 1, is in no phrase at all.</param>
public sealed record SearchResult(IReadOnlyList<(int Owner, double Score)> Owners, double Unknown)
{
    public static readonly SearchResult Nothing = new([], 0);
}
