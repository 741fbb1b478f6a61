using LineBot.Storage;

namespace LineBot.Inquiries;

/// <summary>What customers asked the automatic answerer. From it come the hand-over card and the report of what no article answers.</summary>
public sealed class QuestionStore
{
    private const string Columns = "id, line_user_id, inquiry_id, asked, verdict, articles, outcome, at";

    /// <param name="asked">Already masked.</param>
    /// <param name="verdict"><c>sure</c>, <c>unsure</c> or <c>none</c>.</param>
    /// <param name="shown">The articles that were shown, best first.</param>
    /// <param name="lineMessageId">LINE's id of the message, by which it is forgotten when its author takes it back; null for a tapped topic.</param>
    /// <returns>The question's id.</returns>
    public long Add(
        Transaction tx, string lineUserId, string asked, string verdict, IEnumerable<ShownArticle> shown, string? lineMessageId, DateTimeOffset now) =>
        tx.Get<long>(
            """
            INSERT INTO inquiry_questions (line_user_id, asked, verdict, articles, line_message_id, at)
            VALUES (@lineUserId, @asked, @verdict, @articles, @lineMessageId, @now) RETURNING id
            """, new { lineUserId, asked, verdict, lineMessageId, articles = string.Join('\n', shown.Select(article => $"{article.Id}\t{article.Title}")), now });

    public Question? Find(Transaction tx, long id) =>
        tx.Find<Question>($"SELECT {Columns} FROM inquiry_questions WHERE id = @id", new { id });

    /// <summary>The customer's newest question that was not handed over, or null.</summary>
    public Question? NewestOf(Transaction tx, string lineUserId) =>
        tx.Find<Question>(
            $"SELECT {Columns} FROM inquiry_questions WHERE line_user_id = @lineUserId AND inquiry_id IS NULL ORDER BY id DESC LIMIT 1",
            new { lineUserId });

    /// <summary>Notes what the customer did with the answer; the last word counts.</summary>
    /// <param name="outcome">One of <see cref="QuestionOutcomes"/>.</param>
    /// <returns>False where the question is not this customer's.</returns>
    public bool Note(Transaction tx, string lineUserId, long id, string outcome) =>
        tx.Execute("UPDATE inquiry_questions SET outcome = @outcome WHERE id = @id AND line_user_id = @lineUserId", new { id, lineUserId, outcome }) == 1;

    /// <summary>Puts what the customer asked since <paramref name="since"/> on the inquiry's hand-over card.</summary>
    /// <returns>How many questions.</returns>
    public int HandOver(Transaction tx, string lineUserId, long inquiryId, DateTimeOffset since) =>
        tx.Execute(
            """
            UPDATE inquiry_questions SET inquiry_id = @inquiryId, outcome = COALESCE(outcome, 'handed-over')
            WHERE line_user_id = @lineUserId AND inquiry_id IS NULL AND at >= @since
            """, new { lineUserId, inquiryId, since });

    /// <summary>What was asked, shown and answered before people got the inquiry, oldest first: the hand-over card.</summary>
    public IReadOnlyList<Question> CardOf(Transaction tx, long inquiryId, int limit = 50) =>
        [.. tx.Query<Question>(
            $"SELECT {Columns} FROM inquiry_questions WHERE inquiry_id = @inquiryId ORDER BY id DESC LIMIT @limit", new { inquiryId, limit }).Reverse()];

    /// <summary>Forgets what was asked in a message that its author took back.</summary>
    public void Unsend(Transaction tx, string lineUserId, string lineMessageId) =>
        tx.Execute(
            "UPDATE inquiry_questions SET asked = '' WHERE line_message_id = @lineMessageId AND line_user_id = @lineUserId",
            new { lineUserId, lineMessageId });
}
