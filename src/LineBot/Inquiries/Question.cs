namespace LineBot.Inquiries;

/// <summary>A question to the automatic answerer, and what came of it.</summary>
/// <param name="InquiryId">The inquiry that people got it with; null while it was not handed over.</param>
/// <param name="Asked">What was asked, masked.</param>
/// <param name="Verdict"><c>sure</c>, <c>unsure</c> or <c>none</c>.</param>
/// <param name="Articles">What was shown, as stored: one article a line. See <see cref="Shown"/>.</param>
/// <param name="Outcome">One of <see cref="QuestionOutcomes"/>; null where the customer said nothing to it.</param>
public sealed record Question(
    long Id, string LineUserId, long? InquiryId, string Asked, string Verdict, string Articles, string? Outcome, DateTimeOffset At)
{
    /// <summary>The articles that were shown, best first.</summary>
    public IReadOnlyList<ShownArticle> Shown =>
        [.. Articles.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t', 2)).Select(parts => new ShownArticle(parts[0], parts[^1]))];
}

/// <summary>A help article that a customer was shown.</summary>
/// <param name="Title">As it was at that time, in the customer's language.</param>
public sealed record ShownArticle(string Id, string Title);

/// <summary>What a customer did with an answer.</summary>
public static class QuestionOutcomes
{
    public const string Helped = "helped";
    public const string NotInHere = "not-in-here";
    public const string AskedAgain = "asked-again";
    public const string HandedOver = "handed-over";
}
