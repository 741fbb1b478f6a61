using LineBot.Knowledge.Model;

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
/// <param name="Sentences">Which sentences of the first article answer the question; null for the whole article.</param>
public sealed record Answer(Verdict Verdict, IReadOnlyList<FoundArticle> Articles, IReadOnlyList<int>? Sentences = null)
{
    public static readonly Answer Nothing = new(Verdict.None, []);

    /// <summary>How near the first article is; 0 where there is none.</summary>
    public double Best => Articles is [var first, ..] ? first.Score : 0;

    /// <summary>The same articles, the chosen one first.</summary>
    public Answer Choosing(Choice choice) =>
        new(Verdict.Sure, [.. Articles.OrderByDescending(found => found.Article.Id == choice.Article.Id)], choice.Sentences);
}

/// <param name="Score">How near it is to the question, from 0 to 1.</param>
public sealed record FoundArticle(Article Article, double Score);
