namespace LineBot.Knowledge;

/// <summary>How sure the answerer is.</summary>
public enum Verdict
{
    /// <summary>Nothing near: an honest "not found".</summary>
    None,

    /// <summary>One of a few, for the customer to choose.</summary>
    Unsure,

    /// <summary>The first article answers it.</summary>
    Sure,
}

/// <summary>What was found for a question.</summary>
/// <param name="Articles">Best first, at most <see cref="Answerer.MostShown"/>; none where nothing is near.</param>
public sealed record Answer(Verdict Verdict, IReadOnlyList<FoundArticle> Articles)
{
    public static readonly Answer Nothing = new(Verdict.None, []);
}

/// <param name="Score">How near it is to the question, from 0 to 1.</param>
public sealed record FoundArticle(Article Article, double Score);
