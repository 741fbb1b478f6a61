namespace LineBot.Knowledge.Model;

/// <summary>What a model chose of what search had found. It can name and leave out, and has no words of its own.</summary>
/// <param name="Article">One of the articles that it was shown.</param>
/// <param name="Sentences">Which of the article's sentences answer the question, from 0, in the article's order; never empty.</param>
public sealed record Choice(Article Article, IReadOnlyList<int> Sentences);
