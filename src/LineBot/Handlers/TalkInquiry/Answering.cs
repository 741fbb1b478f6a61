using Line.Messaging;
using LineBot.Accounts;
using LineBot.Inquiries;
using LineBot.Knowledge;
using LineBot.RichMenu;

namespace LineBot.Handlers.TalkInquiry;

/// <summary>Answers questions from the help articles, and keeps what was asked and shown, so that nobody has to tell it twice.</summary>
public sealed class Answering(
    Library library, FactSheet facts, OwnAccount own, AccountStore accounts, InquiryStore inquiries, QuestionStore questions, AnswerReplies replies,
    InquiryFigures figures)
{
    /// <summary>How long typed words are questions after an answer.</summary>
    private static readonly TimeSpan ForWriting = TimeSpan.FromMinutes(30);

    /// <summary>What is kept of a question; the search reads its beginning alone.</summary>
    private const int LongestKept = 500;

    /// <param name="advised">What was found for it before this turn, where that took time.</param>
    public Reply Answer(Turn turn, TextContent text, Answer? advised)
    {
        var (asked, found) = Masking.Of(text.Text);
        var answer = advised ?? library.Answerer.Answer(asked);
        var verdict = VerdictOf(answer);
        turn.Tx.AfterCommit(() => figures.Asked(verdict));
        accounts.Ensure(turn.Tx, turn.LineUserId, turn.Now);
        var question = questions.Add(
            turn.Tx, turn.LineUserId, asked.Length > LongestKept ? Beginning(asked) : asked, verdict,
            answer.Articles.Select(one => new ShownArticle(one.Article.Id, one.Article.TitleIn(turn.Tongue))), text.Id, turn.Now);
        var reply = answer switch
        {
            { Verdict: Verdict.Sure } => Shown(turn, answer.Articles[0].Article, question, [.. answer.Articles.Skip(1).Select(one => one.Article)], found, answer.Sentences),
            { Verdict: Verdict.Unsure } => replies.Choices(turn.Tongue, [.. answer.Articles.Select(one => one.Article)], question, found),
            _ => replies.NotFound(turn.Tongue, found),
        };
        return AskOn(turn, reply);
    }

    /// <summary>An article that was chosen from a list.</summary>
    /// <param name="question">The question that the list was an answer to, or null.</param>
    /// <returns>Null where there is no such article any more.</returns>
    public Reply? Show(Turn turn, string id, long? question) =>
        library.Answerer.Find(id) is { } article ? AskOn(turn, Shown(turn, article, question, [], Secret.None)) : null;

    /// <summary>The topics to tap: those articles that say they are common, and that this customer may read.</summary>
    public IReadOnlyList<Article> Common(Turn turn) =>
        [.. library.Answerer.Articles.Where(article => article.Common is not null && MayRead(turn, article)).OrderBy(article => article.Common)];

    /// <summary>What is typed next is a question again; for people, while an inquiry is open.</summary>
    public Reply AskOn(Turn turn, Message message)
    {
        var isOpen = inquiries.FindOpen(turn.Tx, turn.LineUserId) is not null;
        return Reply.With(message).Expecting(TalkActions.Question, turn.Now + (isOpen ? Conversation.StaysOpen : ForWriting));
    }

    private Message Shown(
        Turn turn, Article article, long? question, IReadOnlyList<Article> related, Secret found, IReadOnlyList<int>? sentences = null)
    {
        if (!MayRead(turn, article))
            return replies.ForContractHolders(turn.Tongue, article);
        var scope = new FactScope(turn.Tongue, turn.Tx, turn.Now, MayReadPrices(turn));
        return replies.Article(
            turn.Customer, article, [.. Texts(turn, article, sentences).Select(text => facts.Fill(text, scope))],
            own.Of(turn, article.Own), question, related, found);
    }

    private static IEnumerable<string> Texts(Turn turn, Article article, IReadOnlyList<int>? sentences) => sentences is null
        ? article.BodyIn(turn.Tongue).Select(paragraph => paragraph.Text)
        : [string.Join(turn.Tongue.IsJapanese ? "" : " ", sentences.Select(number => article.SentencesIn(turn.Tongue)[number]))];

    private static bool MayRead(Turn turn, Article article) => article.For == Audience.Everyone || MayReadPrices(turn);

    private static bool MayReadPrices(Turn turn) => turn.Customer.LinkState != LinkState.User;

    private static string VerdictOf(Answer answer) => answer.Verdict switch
    {
        Verdict.Sure => "sure",
        Verdict.Unsure => "unsure",
        _ => "none",
    };

    private static string Beginning(string text) => text[..(char.IsHighSurrogate(text[LongestKept - 1]) ? LongestKept - 1 : LongestKept)];
}
