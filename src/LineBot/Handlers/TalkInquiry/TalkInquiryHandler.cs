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

    /// <summary>An operator gets whatever the customer sends, also when another room had asked for a text in between.</summary>
    [Action(Tiles.OpenTalk)]
    public Reply GoOn(Turn turn) => inquiries.FindOpen(turn.Tx, turn.LineUserId) is null ? Reply.Pass : Ask(turn, null);

    private Reply Ask(Turn turn, Answer? advised)
    {
        if (turn.Tap.Event is not MessageEvent { Message: var message })
            return Show(turn);
        if (inquiries.FindOpen(turn.Tx, turn.LineUserId) is { } open)
            return EndWords.Match(turn.Tap.Text) ? handOver.End(turn) : conversation.Add(turn, open, message);
        if (EndWords.Match(turn.Tap.Text))
            return handOver.End(turn);
        // A sticker alone asks nothing; within an inquiry it is part of the talk.
        return message switch
        {
            StickerContent => Reply.Pass,
            TextContent text => answering.Answer(turn, text, advised),
            _ => conversation.Begin(turn, message),
        };
    }
}
