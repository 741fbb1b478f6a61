using Line.Messaging;
using LineBot.Inquiries;
using LineBot.Knowledge;
using LineBot.RichMenu;

namespace LineBot.Handlers.TalkInquiry;

/// <summary>トークで問い合わせ: answers from facts at once, and questions to people.</summary>
public sealed class TalkInquiryHandler(
    InquiryStore inquiries, Conversation conversation, HandOver handOver, Answering answering, SlowAdvice advice, TalkInquiryReplies replies)
{
    [Action(Tiles.TalkInquiry)]
    [Words("トークで問い合わせ", "問い合わせ", "お問い合わせ", "問合せ", "お問合せ", "いつでもヘルプ", "ヘルプ", "オペレーター", "相談", "質問", "talk inquiry", "inquiry", "help", "contact us", "operator", "support")]
    public Reply Show(Turn turn) => handOver.StandingOf(turn) ?? Reply.With(replies.Entrance(turn.Tongue, turn.Now));

    /// <summary>What the customer sends after starting, and while an inquiry is open.</summary>
    [Action(TalkActions.Question)]
    public async Task<Decision> Ask(Tap tap, CancellationToken cancel)
    {
        var advised = await advice.OfAsync(tap, cancel);
        return turn => Ask(turn, advised);
    }

    /// <summary>
    /// An operator gets whatever the customer sends, also when another room had asked for a text in between;
    /// and who asks for one is heard without having begun an inquiry.
    /// </summary>
    [Action(Tiles.OpenTalk)]
    public Reply GoOn(Turn turn) => inquiries.FindOpen(turn.Tx, turn.LineUserId) is null ? ToPerson(turn) ?? Reply.Pass : Ask(turn, null);

    private Reply Ask(Turn turn, Answer? advised)
    {
        if (turn.Tap.Event is not MessageEvent { Message: var message })
            return Show(turn);
        if (EndWords.Match(turn.Tap.Text))
            return handOver.End(turn);
        if (inquiries.FindOpen(turn.Tx, turn.LineUserId) is { } open)
            return IsImpatient(turn, open) ? handOver.Connect(turn) : conversation.Add(turn, open, message);
        if (ToPerson(turn) is { } person)
            return person;
        // A sticker alone asks nothing; within an inquiry it is part of the talk.
        return message switch
        {
            StickerContent => Reply.Pass,
            TextContent text => answering.Answer(turn, text, advised),
            _ => conversation.Begin(turn, message),
        };
    }

    /// <summary>Asks again for the person who is waited for: that is no word for them to read, but a question about the queue.</summary>
    private static bool IsImpatient(Turn turn, Inquiry open) =>
        open.State == InquiryState.Waiting && PersonWords.Of(turn.Tap.Text) is PersonWish.Perhaps or PersonWish.Connect;

    /// <returns>Null for what asks for nobody.</returns>
    private Reply? ToPerson(Turn turn) => (PersonWords.Of(turn.Tap.Text), turn.Tap.Event) switch
    {
        (PersonWish.Perhaps, _) => Reply.With(replies.ShallWeConnect(turn.Tongue, turn.Now)),
        (PersonWish.Connect, _) => handOver.Connect(turn),
        (PersonWish.ConnectWithMatter, MessageEvent { Message: var message }) => conversation.Begin(turn, message),
        _ => null,
    };
}
