using Line.Messaging;
using LineBot.Inquiries;
using LineBot.RichMenu;

namespace LineBot.Handlers.TalkInquiry;

/// <summary>オペレーターにつなぐ, 終了, and how content the customer was.</summary>
public sealed class HandOverHandler(
    HandOver handOver, InquiryStore inquiries, QuestionStore questions, AttachmentStore attachments, InquirySignal signal, QueueReplies replies)
{
    /// <summary>After a week nobody remembers how it was.</summary>
    private static readonly TimeSpan StillJudged = TimeSpan.FromDays(7);

    [Action(TalkActions.Connect)]
    public Reply Connect(Turn turn) => handOver.Connect(turn);

    [Action(TalkActions.End)]
    public Reply End(Turn turn) => handOver.End(turn);

    [Action(TalkActions.Score)]
    public Reply Score(Turn turn) =>
        turn.Tap.Number("score") is { } score and >= 1 and <= 5 && turn.Tap.Number("inquiry") is { } id
            && inquiries.Score(turn.Tx, turn.LineUserId, id, (int)score, turn.Now - StillJudged)
            ? Reply.With(replies.WhyThatScore(turn.Tongue, id, (int)score))
            : Reply.With(replies.TooLateToScore(turn.Tongue));

    [Action(TalkActions.ScoreReason)]
    public Reply ScoreReason(Turn turn) =>
        turn.Tap.Parameter("reason") is { } reason && ScoreReasons.All.Contains(reason) && turn.Tap.Number("inquiry") is { } id
            && inquiries.ScoreReason(turn.Tx, turn.LineUserId, id, reason, turn.Now - StillJudged)
            ? Reply.With(replies.ThanksForScore(turn.Tongue))
            : Reply.With(replies.TooLateToScore(turn.Tongue));

    /// <summary>A message that was taken back disappears with all it brought. LINE allows no answer to this.</summary>
    [On(typeof(UnsendEvent))]
    public Reply TakeBack(Turn turn)
    {
        if (turn.Tap.Event is not UnsendEvent unsend)
            return Reply.Nothing;
        questions.Unsend(turn.Tx, turn.LineUserId, unsend.MessageId);
        if (inquiries.Unsend(turn.Tx, turn.LineUserId, unsend.MessageId, turn.Now) is { } message)
        {
            attachments.Remove(turn.Tx, message.Id);
            signal.Raise(turn.Tx, message.InquiryId);
        }
        return Reply.Nothing;
    }
}
