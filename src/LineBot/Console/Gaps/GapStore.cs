using LineBot.Storage;

namespace LineBot.Console.Gaps;

/// <summary>A question that no article answered well.</summary>
/// <param name="Asked">In the customer's words, masked.</param>
/// <param name="Verdict"><c>sure</c>, <c>unsure</c> or <c>none</c>: what the automatic answers thought of it.</param>
public sealed record OpenQuestion(long Id, string Asked, string Verdict, string? Outcome, DateTimeOffset At);

/// <summary>Reads what customers asked in vain.</summary>
public sealed class GapStore
{
    /// <summary>Questions since <paramref name="since"/> that found no article, or whose askers said that it was not in there or went on to people; newest first.</summary>
    public IReadOnlyList<OpenQuestion> Since(Transaction tx, DateTimeOffset since, int limit) =>
        tx.Query<OpenQuestion>(
            """
            SELECT id, asked, verdict, outcome, at FROM inquiry_questions
            WHERE at >= @since AND asked <> '' AND (verdict = 'none' OR outcome IN ('not-in-here', 'handed-over'))
            ORDER BY at DESC, id DESC LIMIT @limit
            """, new { since, limit });
}
