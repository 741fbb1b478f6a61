using Line.Messaging;
using LineBot.Inquiries;
using LineBot.RichMenu;

namespace LineBot.Handlers.TalkInquiry;

/// <summary>トークで問い合わせ: answers from facts at once, and questions to people.</summary>
public sealed class TalkInquiryHandler(
    InquiryStore inquiries, Conversation conversation, HandOver handOver, TopicReplies topics, TalkInquiryReplies replies)
{
    /// <summary>After a look at the topics, typed words soon mean what they always mean again.</summary>
    private static readonly TimeSpan AfterStart = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan ForWriting = TimeSpan.FromMinutes(30);

    [Action(Tiles.TalkInquiry)]
    [Words("トークで問い合わせ", "問い合わせ", "お問い合わせ", "問合せ", "お問合せ", "いつでもヘルプ", "ヘルプ", "オペレーター", "相談", "質問", "talk inquiry", "inquiry", "help", "contact us", "operator", "support")]
    public Reply Show(Turn turn) => handOver.StandingOf(turn) ?? Reply.With(replies.Entrance(turn.Tongue, turn.Now));

    [Action("talk-inquiry/start")]
    public Reply Start(Turn turn) => Expecting(turn, replies.Topics(turn.Customer), AfterStart);

    [Action("talk-inquiry/topic")]
    public Reply Topic(Turn turn) => Reply.With(topics.About(turn, turn.Tap.Parameter("id")));

    [Action("talk-inquiry/write")]
    public Reply Write(Turn turn) => Expecting(turn, replies.PleaseWrite(turn.Tongue), ForWriting);

    /// <summary>What the customer sends after starting, and while an inquiry is open.</summary>
    [Action(TalkActions.Question)]
    public Reply Ask(Turn turn)
    {
        if (turn.Tap.Event is not MessageEvent { Message: var message })
            return Write(turn);
        if (inquiries.FindOpen(turn.Tx, turn.LineUserId) is { } open)
            return EndWords.Match(turn.Tap.Text) ? handOver.End(turn) : conversation.Add(turn, open, message);
        if (EndWords.Match(turn.Tap.Text))
            return handOver.End(turn);
        // A sticker alone asks nothing; within an inquiry it is part of the talk.
        return message is StickerContent ? Reply.Pass : conversation.Begin(turn, message);
    }

    /// <summary>An operator gets whatever the customer sends, also when another room had asked for a text in between.</summary>
    [Action(Tiles.OpenTalk)]
    public Reply GoOn(Turn turn) => inquiries.FindOpen(turn.Tx, turn.LineUserId) is null ? Reply.Pass : Ask(turn);

    /// <summary>An open inquiry goes on getting what is typed, however long ago it was opened.</summary>
    private Reply Expecting(Turn turn, Message message, TimeSpan without)
    {
        var isOpen = inquiries.FindOpen(turn.Tx, turn.LineUserId) is not null;
        return Reply.With(message).Expecting(TalkActions.Question, turn.Now + (isOpen ? Conversation.StaysOpen : without));
    }
}
